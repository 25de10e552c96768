import type { ComparedVariantResult, Comparison } from './comparison.ts'
import { explainVariant } from './english/index.ts'
import { csvText, type CsvCell } from './csv.ts'

/** Every single value on a line of its own with its unit, so that any tool can pick and sum. */
export const comparisonCsv = ({ id, results }: Comparison): string =>
  csvText(
    headings,
    results.flatMap((result) =>
      rowsOf(result).map((cells) => [id, result.variant, result.state, result.count, ...cells]),
    ),
  )

const headings = ['comparison', 'variant', 'state', 'count', 'measure', 'part', 'unit', 'index', 'value']

const rowsOf = ({ memory, create, firstByte, warmByte, reason }: ComparedVariantResult): CsvCell[][] => {
  const rows = [...memoryRows(memory), ...timeRows({ create, firstByte, warmByte })]
  return rows.length === 0 ? [['reason', null, null, null, reason && explainVariant(reason)]] : rows
}

const memoryRows = (memory: ComparedVariantResult['memory']): CsvCell[][] => {
  if (memory === null) return []
  const { parts, ...amounts } = memory
  return [
    ...parts.flatMap(({ part, processes, pss }): CsvCell[][] => [
      ['processes', part, null, null, processes],
      ['pss', part, 'bytes', null, pss],
    ]),
    ...Object.entries(amounts).map(([measure, bytes]): CsvCell[] => [measure, null, 'bytes', null, bytes]),
  ]
}

const timeRows = (figures: Pick<ComparedVariantResult, 'create' | 'firstByte' | 'warmByte'>): CsvCell[][] =>
  Object.entries(figures).flatMap(([measure, series]) =>
    (series?.values ?? []).map((value, index): CsvCell[] => [measure, null, 'ms', index + 1, value]),
  )
