import type { ComparedVariantResult, Comparison } from '@pilot/contract'

/** Every single value on a line of its own (RFC 4180), so that any tool can pick and sum. */
export const renderCsv = (comparison: Comparison): string =>
  [headings, ...comparison.results.flatMap((result) => rowsOf(comparison.id, result))]
    .map((row) => row.map(quote).join(','))
    .join('\r\n')

const headings = ['comparison', 'variant', 'state', 'count', 'measure', 'part', 'unit', 'index', 'value']

type Cell = string | number | null

const rowsOf = (id: string, { variant, state, count, ...figures }: ComparedVariantResult): Cell[][] => {
  const rows = [...memoryRows(figures.memory), ...timeRows(figures)]
  const all = rows.length === 0 ? [['reason', '', '', '', figures.reason] satisfies Cell[]] : rows
  return all.map((row) => [id, variant, state, count, ...row])
}

const memoryRows = (memory: ComparedVariantResult['memory']): Cell[][] => {
  if (memory === null) return []
  const { parts, ...amounts } = memory
  return [
    ...parts.flatMap(({ part, processes, pss }) => [
      ['processes', part, '', '', processes],
      ['pss', part, 'bytes', '', pss],
    ]),
    ...Object.entries(amounts).map(([name, bytes]) => [name, '', 'bytes', '', bytes]),
  ]
}

const timeRows = ({
  create,
  firstByte,
  warmByte,
}: Pick<ComparedVariantResult, 'create' | 'firstByte' | 'warmByte'>): Cell[][] =>
  Object.entries({ create, firstByte, warmByte }).flatMap(([name, series]) =>
    (series?.values ?? []).map((value, index) => [name, '', 'ms', index + 1, value]),
  )

/** What is absent stays empty: it is not 0. */
const quote = (cell: Cell): string => {
  const text = String(cell ?? '')
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
