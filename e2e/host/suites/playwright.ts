import { execa } from 'execa'
import { existsSync } from 'node:fs'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { repository } from '../directories.ts'
import type { Debian } from '../suite.ts'
import { noReport, type Tally } from './tally.ts'

/** The tests in a browser, on a host of their own (e2e/ui). */
export const uiTests = async (debian: Debian): Promise<Tally> => {
  const report = join(repository, 'artifacts/ui.json')
  await rm(report, { force: true })
  const { exitCode } = await execa('pnpm', ['exec', 'playwright', 'test'], {
    cwd: join(repository, 'e2e'),
    env: { PILOT_TEST_DEBIAN: debian },
    stdin: 'ignore',
    stdout: 'inherit',
    stderr: 'inherit',
    reject: false,
  })
  if (!existsSync(report)) return noReport('ui', 'Playwright')
  return tallyUi(exitCode, JSON.parse(await readFile(report, 'utf8')) as UiReport)
}

/** The parts used here of what Playwright's JSON reporter writes. */
export interface UiReport {
  readonly suites: readonly Suite[]
  readonly stats: { readonly expected: number; readonly skipped: number }
}

interface Suite {
  readonly title: string
  readonly specs?: readonly { readonly title: string; readonly ok: boolean }[]
  readonly suites?: readonly Suite[]
}

export const tallyUi = (exitCode: number | undefined, { suites, stats }: UiReport): Tally => {
  const failures = suites.flatMap((suite) => failuresIn(suite))
  // Such as a file that cannot be loaded, or a host that did not boot.
  if (failures.length === 0 && exitCode !== 0) failures.push(`ui: Playwright ended with ${exitCode}`)
  return { passed: stats.expected, failed: failures.length, skipped: stats.skipped, failures }
}

const failuresIn = ({ title, specs = [], suites = [] }: Suite): string[] => [
  ...specs.filter(({ ok }) => !ok).map((spec) => `${title} ${spec.title}`),
  ...suites.flatMap((suite) => failuresIn(suite)),
]
