import type { Output } from './output.ts'
import { paint } from './output.ts'

/**
 * Rows under their headings. On a terminal it fits the width: the widest columns are narrowed and wrap. For a
 * file or a pipe each row stays on one line, so that grep(1) finds whole rows.
 */
export const renderTable = async (
  output: Output,
  headings: readonly string[],
  rows: readonly (readonly string[])[],
) => {
  // Loaded late: most commands show no table.
  const { default: Table } = await import('cli-table3')
  const table = new Table({
    chars: noBorders,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': gap },
    colWidths: fitWidths(naturalWidths([headings, ...rows]), output.columns),
    wordWrap: true,
    wrapOnWordBoundary: true,
  })
  table.push(
    headings.map((heading) => paint(output, 'bold', heading)),
    ...rows.map((row) => [...row]),
  )
  return table.toString().replace(/ +$/gm, '')
}

const gap = 2

const naturalWidths = (rows: readonly (readonly string[])[]): number[] =>
  (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)) + gap)

/** Takes from the widest column until all fit; none gets narrower than 8 characters. */
const fitWidths = (widths: readonly number[], columns: number | undefined): number[] => {
  const fitted = [...widths]
  if (columns === undefined) return fitted
  while (sum(fitted) > columns) {
    const widest = Math.max(...fitted)
    if (widest <= 8) break
    fitted[fitted.indexOf(widest)] = widest - 1
  }
  return fitted
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)

const noBorders = Object.fromEntries(
  [
    'top',
    'top-mid',
    'top-left',
    'top-right',
    'bottom',
    'bottom-mid',
    'bottom-left',
    'bottom-right',
    'left',
    'left-mid',
    'mid',
    'mid-mid',
    'right',
    'right-mid',
    'middle',
  ].map((part) => [part, '']),
)
