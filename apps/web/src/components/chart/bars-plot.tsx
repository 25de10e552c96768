'use client'

import { scaleLinear, scaleLog } from '@visx/scale'
import { Bar } from '@visx/shape'
import { BottomAxis } from './axis.tsx'
import { rowHeight, rowsAxisHeight, rowsHeight } from './heights.ts'
import type { SeriesLook } from './looks.ts'
import { RowsPlot } from './rows-plot.tsx'
import { linearTicks, logTicks, thin } from './ticks.ts'

export interface BarsRow {
  readonly id: string
  readonly label: string
  /** What the bar is; null draws none and says so by `text`. */
  readonly value: number | null
  /** Beside the bar. */
  readonly text: string
  readonly look: SeriesLook
  /** Said where the row is chosen. */
  readonly said: string
  /** Every single value, drawn as dots over a thin line from the least to the most; `value` is then a thick mark. */
  readonly values?: readonly number[]
  /** A second figure, drawn as a ring. */
  readonly ring?: number | null
}

export interface BarsPlotProps {
  readonly label: string
  readonly hint: string
  readonly rows: readonly BarsRow[]
  readonly scale: 'linear' | 'log'
  readonly unit: 'bytes' | 'milliseconds'
  readonly format: (value: number) => string
}

/** One level bar for each row, or its single values with their median; each row has its label above it. */
export const BarsPlot = ({ label, hint, rows, scale, unit, format }: BarsPlotProps) => {
  const height = rowsHeight(rows.length)
  const base = unit === 'bytes' ? 1024 : 1000
  const all = rows.flatMap(({ value, values = [], ring }) =>
    [value, ring ?? null, ...values].filter((each) => each !== null),
  )
  return (
    <RowsPlot label={label} hint={hint} rows={rows}>
      {(width, chosen, wanted) => {
        const ticks =
          scale === 'log' ? logTicks(all, { base }) : linearTicks(Math.max(0, ...all), { wanted, base })
        const domain = [ticks[0] ?? 0, Math.max(ticks.at(-1) ?? 1, 1e-9)]
        const range = [0, width - 2]
        const x =
          scale === 'log'
            ? scaleLog<number>({ domain, range, clamp: true })
            : scaleLinear<number>({ domain, range })
        const shown = thin(ticks, (tick) => x(tick), 72)
        return (
          <>
            <BottomAxis
              ticks={shown.map((tick) => ({ at: x(tick), text: format(tick) }))}
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
                x={(value) => (scale === 'log' && value <= 0 ? 0 : x(value))}
              />
            ))}
          </>
        )
      }}
    </RowsPlot>
  )
}

interface RowProps {
  readonly row: BarsRow
  readonly top: number
  readonly width: number
  readonly chosen: boolean
  readonly x: (value: number) => number
}

const Row = ({ row, top, width, chosen, x }: RowProps) => {
  const { label, text, value, look, values, ring } = row
  return (
    <g>
      {chosen ? (
        <rect
          x={-6}
          y={top}
          width={width + 6}
          height={rowHeight}
          rx={4}
          className="fill-hover"
          opacity={0.7}
        />
      ) : null}
      <text x={0} y={top + 15} className="fill-ink text-sm">
        {label}
      </text>
      <text
        x={width - 2}
        y={top + 15}
        textAnchor="end"
        className={value === null ? 'fill-ink-3 text-sm' : 'fill-ink text-sm font-medium'}
      >
        {text}
      </text>
      {value === null ? null : values === undefined ? (
        // What is thinner than the screen can show is a pixel and a half wide, so that it can be seen at all.
        <Bar x={0} y={top + 22} width={Math.max(1.5, x(value))} height={14} rx={1} className={look.fill} />
      ) : (
        <Spread values={values} median={value} top={top + 22} look={look} x={x} />
      )}
      {ring === undefined || ring === null ? null : (
        <circle cx={x(ring)} cy={top + 29} r={4} strokeWidth={1.75} className={`fill-paper ${look.stroke}`} />
      )}
    </g>
  )
}

interface SpreadProps {
  readonly values: readonly number[]
  readonly median: number
  readonly top: number
  readonly look: SeriesLook
  readonly x: (value: number) => number
}

const Spread = ({ values, median, top, look, x }: SpreadProps) => (
  <g>
    <line
      x1={x(Math.min(...values))}
      x2={x(Math.max(...values))}
      y1={top + 7}
      y2={top + 7}
      strokeWidth={1.5}
      className={look.stroke}
    />
    {values.map((value, index) => (
      <circle key={index} cx={x(value)} cy={top + 7} r={3} opacity={0.35} className={look.fill} />
    ))}
    <rect x={x(median) - 1.5} y={top} width={3} height={14} className={look.fill} />
  </g>
)
