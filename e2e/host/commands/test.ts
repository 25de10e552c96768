import { checks } from '../suites/check.ts'
import { uiTests } from '../suites/playwright.ts'
import { tellAll, type Tally } from '../suites/tally.ts'
import { coldStarts, slowTests, systemTests, unitTests } from '../suites/vitest.ts'
import { Refusal } from '../refusal.ts'
import type { Debian } from '../suite.ts'

type Part = (options: { debian?: Debian }) => Promise<Tally[]>

const parts = {
  unit: async () => [...(await checks()), await unitTests()],
  system: ({ debian }) => systemTests(debian ?? '13'),
  ui: async ({ debian }) => [await uiTests(debian ?? '13')],
} satisfies Record<string, Part>

/** Only where they are named. */
const others = {
  slow: async () => [await slowTests()],
  'cold-starts': async ({ debian }) => [await coldStarts(debian ?? '13')],
} satisfies Record<string, Part>

/** Proves the parts named; the exit code is 0 when nothing failed. The last line is the sum over all of them. */
export const test = async (name: string, options: { debian?: Debian }): Promise<number> => {
  const tallies: Tally[] = []
  for (const part of choose(name)) tallies.push(...(await part(options)))
  return tellAll(tallies)
}

const choose = (name: string): Part[] => {
  if (name === 'all') return Object.values(parts)
  const found = Object.entries<Part>({ ...parts, ...others }).find(([title]) => title === name)
  if (found) return [found[1]]
  throw new Refusal(`There is no part "${name}" to test: unit, system, ui, slow, cold-starts or all.`)
}
