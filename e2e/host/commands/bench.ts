import { groups, type GroupName } from '../../bench/groups/index.ts'
import { reportFile, runBench } from '../../bench/run.ts'
import { renderReport } from '../../bench/table.ts'
import { Refusal } from '../refusal.ts'

/** Measures all figures, or the groups named, on a host of their own; prints a table. */
export const bench = async (names: readonly string[], { quick = false }: { quick?: boolean }) => {
  const only = names.map((name) => parseGroup(name))
  const report = await runBench({ quick, ...(only.length > 0 ? { only } : {}) })
  console.log(renderReport(report))
  console.log(`\nEach single measurement is in ${reportFile(quick)}`)
}

const parseGroup = (text: string): GroupName => {
  const found = groups.find(({ name }) => name === text)
  if (found) return found.name
  throw new Refusal(`There is no group "${text}": ${groups.map(({ name }) => name).join(', ')}.`)
}
