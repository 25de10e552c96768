import { evaluationFile, writeEvaluation } from '../../bench/evaluation.ts'
import { groups, type GroupName } from '../../bench/groups/index.ts'
import { failuresOf } from '../../bench/report.ts'
import { reportFile, runBench } from '../../bench/run.ts'
import { renderReport } from '../../bench/table.ts'
import { Refusal } from '../refusal.ts'

interface BenchOptions {
  readonly quick?: boolean
  readonly evaluation?: boolean
}

/** Measures all figures, or the groups named, on a host of their own; prints a table. 1 where a group failed. */
export const bench = async (
  names: readonly string[],
  { quick = false, evaluation = false }: BenchOptions,
): Promise<number> => {
  if (evaluation && names.length > 0) throw new Refusal('The evaluation needs all figures.')
  const only = names.map((name) => parseGroup(name))
  const report = await runBench({ quick, ...(only.length > 0 ? { only } : {}) })
  console.log(renderReport(report))
  console.log(`\nEach single measurement is in ${reportFile(quick)}`)
  const failed = failuresOf(report).map(({ name }) => name)
  if (failed.length > 0) {
    console.error(`\nFailed: ${failed.join(', ')}. The journals of their hosts are beside the measurements.`)
    return 1
  }
  if (!evaluation) return 0
  await writeEvaluation(report)
  console.log(`The tables of ${evaluationFile} are of this run.`)
  return 0
}

const parseGroup = (text: string): GroupName => {
  const found = groups.find(({ name }) => name === text)
  if (found) return found.name
  throw new Refusal(`There is no group "${text}": ${groups.map(({ name }) => name).join(', ')}.`)
}
