import type { ReactNode } from 'react'
import { rowHeight, rowsHeight } from './heights.ts'
import { Plot } from './plot.tsx'

interface RowsPlotProps {
  readonly label: string
  readonly hint: string
  readonly rows: readonly { readonly said: string }[]
  readonly children: (width: number, chosen: number | null, ticks: number) => ReactNode
}

/** A plot of rows one below the other, of which one is chosen; `ticks` is how many have room below it. */
export const RowsPlot = ({ label, hint, rows, children }: RowsPlotProps) => (
  <Plot
    label={label}
    hint={hint}
    height={rowsHeight(rows.length)}
    points={rows.length}
    along="rows"
    describe={(index) => rows[index]?.said ?? ''}
    nearest={(_x, y) => {
      const row = Math.floor(y / rowHeight)
      return row >= 0 && row < rows.length ? row : null
    }}
  >
    {(width, chosen) => children(width, chosen, Math.max(2, Math.min(6, Math.floor(width / 110))))}
  </Plot>
)
