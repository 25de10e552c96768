import { csvText, type CsvCell } from '@pilot/contract'

export interface ChartColumn {
  /** In the header of the CSV, with the unit at its end: `pss_bytes`. */
  readonly key: string
  /** In the table's head, in the reader's language. */
  readonly label: string
  /** How the table writes a number; null says "not measured". */
  readonly format?: (value: number | null) => string
  /** What the table says for a word of the CSV, which is the same in every language; left out, that stays as it is. */
  readonly say?: (word: string) => string
}

/** The numbers behind a chart: what its table shows and its CSV holds. */
export interface ChartData {
  readonly columns: readonly ChartColumn[]
  readonly rows: readonly (readonly CsvCell[])[]
}

export const chartCsv = ({ columns, rows }: ChartData): string =>
  csvText(
    columns.map(({ key }) => key),
    rows,
  )

export const cellText = ({ format, say }: ChartColumn, cell: CsvCell): string => {
  if (typeof cell === 'string') return say === undefined ? cell : say(cell)
  if (format !== undefined) return format(cell)
  return cell === null ? '' : String(cell)
}
