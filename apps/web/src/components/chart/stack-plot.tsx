'use client'

import { scaleLinear } from '@visx/scale'
import { Bar } from '@visx/shape'
import { BottomAxis } from './axis.tsx'
import { rowHeight, rowsAxisHeight, rowsHeight } from './heights.ts'
import type { SeriesLook } from './looks.ts'
import { RowsPlot } from './rows-plot.tsx'
import { linearTicks } from './ticks.ts'

export interface StackRow {
  readonly id: string
  readonly label: string
  readonly text: string
  readonly said: string
  readonly parts: readonly { readonly id: string; readonly value: number; readonly look: SeriesLook }[]
}

export interface StackPlotProps {
  readonly label: string
  readonly hint: string
  readonly rows: readonly StackRow[]
  /** Each row at true scale, or each as the whole of itself. */
  readonly scale: 'linear' | 'share'
  readonly format: (value: number) => string
}

/** For each row its parts, one behind the other. */
export const StackPlot = ({ label, hint, rows, scale, format }: StackPlotProps) => {
  const height = rowsHeight(rows.length)
  const most = scale === 'share' ? 1 : Math.max(0, ...rows.map(sumOf))
  return (
    <RowsPlot label={label} hint={hint} rows={rows}>
      {(width, chosen, wanted) => {
        const ticks = scale === 'share' ? [0, 0.25, 0.5, 0.75, 1] : linearTicks(most, { wanted, base: 1024 })
        const x = scaleLinear<number>({ domain: [0, ticks.at(-1) ?? 1], range: [0, width - 2] })
        return (
          <>
            <BottomAxis
              ticks={ticks.map((tick) => ({ at: x(tick), text: format(tick) }))}
              from={0}
              to={height - rowsAxisHeight}
              width={width}
            />
            {rows.map((row, index) => (
              <Row
                key={row.id}
                row={row}
                top={index * rowHeight}
                width={width}
                chosen={chosen === index}
                x={(value) => x(scale === 'share' ? value / Math.max(1, sumOf(row)) : value)}
              />
            ))}
          </>
        )
      }}
    </RowsPlot>
  )
}

interface RowProps {
  readonly row: StackRow
  readonly top: number
  readonly width: number
  readonly chosen: boolean
  readonly x: (value: number) => number
}

const Row = ({ row: { label, text, parts }, top, width, chosen, x }: RowProps) => (
  <g>
    {chosen ? (
      <rect x={-6} y={top} width={width + 6} height={rowHeight} rx={4} className="fill-hover" opacity={0.7} />
    ) : null}
    <text x={0} y={top + 15} className="fill-ink text-sm">
      {label}
    </text>
    <text x={width - 2} y={top + 15} textAnchor="end" className="fill-ink text-sm font-medium">
      {text}
    </text>
    {parts.map(({ id, value, look }, index) => {
      const before = parts.slice(0, index).reduce((sum, part) => sum + part.value, 0)
      return value <= 0 ? null : (
        <Bar
          key={id}
          x={x(before)}
          y={top + 22}
          // A hair of the ground between two parts, as far as there is room for it.
          width={Math.max(1.5, x(before + value) - x(before) - 1)}
          height={14}
          className={look.fill}
        />
      )
    })}
  </g>
)

const sumOf = ({ parts }: StackRow): number => parts.reduce((sum, { value }) => sum + Math.max(0, value), 0)
