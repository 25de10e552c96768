import {
  comparisonCsv,
  comparisonDocument,
  formatBytes,
  visible,
  type ComparedMemory,
  type ComparedVariantResult,
  type Comparison,
  type MemoryPart,
} from '@pilot/contract'
import { formatLocalTime } from '../output/local-time.ts'
import { paint, printDocument, printLine, type Output } from '../output/output.ts'
import { renderTable } from '../output/table.ts'
import type { Pilot } from '../pilot.ts'
import { describeResult } from './describe-result.ts'
import { signedBytes } from './signed-bytes.ts'

interface Format {
  readonly json?: boolean
  readonly csv?: boolean
}

export const printComparison = async (
  { stdout }: Pilot,
  comparison: Comparison,
  { json, csv }: Format,
): Promise<void> => {
  if (json === true) printDocument(stdout, comparisonDocument(comparison))
  else if (csv === true) stdout.write(comparisonCsv(comparison))
  else await printTable(stdout, comparison)
}

const printTable = async (stdout: Output, comparison: Comparison): Promise<void> => {
  const { id, startedAt, state, machine, results } = comparison
  printLine(stdout, `${paint(stdout, 'bold', id)}  ${state}, started ${formatLocalTime(startedAt)}`)
  if (machine !== null) printLine(stdout, describeMachine(machine))
  const measured = results.filter((result) => result.state === 'measured')
  const reference = referenceIn(measured)
  if (measured.length > 0) {
    const rows = measured.map((result) => toRow(result, reference))
    printLine(stdout, `\n${await renderTable(stdout, headings, rows)}`)
    printLine(stdout, legendOf(measured))
  }
  for (const result of results)
    if (result.state !== 'measured' || result.reason !== null) printLine(stdout, describeResult(result))
}

const describeMachine = ({
  cpu,
  cores,
  memory,
  kernel,
  controllers,
  versions,
}: NonNullable<Comparison['machine']>) =>
  visible(
    `${cores} cores of ${cpu || 'an unnamed processor'}, ${formatBytes(memory)} memory, Linux ${kernel}, ` +
      `${controllers?.includes('memory') === true ? 'with' : 'without'} a memory controller; ` +
      Object.entries(versions)
        .map(([name, version]) => `${name} ${version}`)
        .join(', '),
  )

const headings = [
  'VARIANT',
  'N',
  'EACH',
  'RATIO',
  'APP',
  'HELPERS',
  'DAEMON',
  'PID 1',
  'AVAILABLE',
  'CGROUP',
].concat(['CREATE', 'FIRST BYTE', 'WARM'])

const toRow = (
  { variant, count, memory, create, firstByte, warmByte }: ComparedVariantResult,
  reference: number | undefined,
): readonly string[] => [
  variant,
  String(count),
  ...memoryCells(memory, reference),
  ...[create, firstByte, warmByte].map((series) =>
    series === null ? '-' : formatMilliseconds(series.median),
  ),
]

const memoryCells = (memory: ComparedMemory | null, reference: number | undefined): readonly string[] => {
  if (memory === null) return Array.from({ length: 8 }, () => '-')
  const drop = memory.availableBefore - memory.availableAfter
  return [
    signedBytes(memory.perTenant),
    reference === undefined ? '-' : `x${formatRatio(memory.perTenant / reference)}`,
    signedBytes(pssOf(memory, ['app'])),
    signedBytes(pssOf(memory, ['user-manager', 'monitor', 'network'])),
    signedBytes(pssOf(memory, ['daemon'])),
    memory.systemdGrowth === null ? '-' : signedBytes(memory.systemdGrowth),
    Math.abs(drop) <= memory.noise ? 'noise' : signedBytes(-drop),
    memory.cgroup === null ? '-' : signedBytes(memory.cgroup),
  ]
}

const pssOf = ({ parts }: ComparedMemory, wanted: readonly MemoryPart['part'][]): number =>
  parts.filter(({ part }) => wanted.includes(part)).reduce((sum, { pss }) => sum + pss, 0)

/** What the others are so many times of: a sleeping tenant, or else the smallest; nothing where that is not above 0. */
const referenceIn = (measured: readonly ComparedVariantResult[]): number | undefined => {
  const amounts = measured.flatMap(({ memory }) => memory?.perTenant ?? [])
  const tenant = measured.find(({ variant }) => variant === 'tenant')?.memory?.perTenant
  const reference = tenant ?? Math.min(...amounts)
  return reference > 0 && Number.isFinite(reference) ? reference : undefined
}

const formatRatio = (ratio: number): string => (ratio < 10 ? ratio.toFixed(1) : String(Math.round(ratio)))

const formatMilliseconds = (milliseconds: number): string =>
  `${milliseconds < 10 ? milliseconds.toFixed(1) : Math.round(milliseconds)} ms`

const legendOf = (measured: readonly ComparedVariantResult[]): string =>
  `EACH is (APP + HELPERS + DAEMON + PID 1) / N, in PSS; the other amounts are of all N. Times are medians; n = ${measured[0]?.firstByte?.values.length ?? 0} for the last two.`
