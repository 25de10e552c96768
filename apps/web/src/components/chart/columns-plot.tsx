'use client'

import { scaleLinear } from '@visx/scale'
import { Bar } from '@visx/shape'
import { LeftAxis } from './axis.tsx'
import { columnsHeight } from './heights.ts'
import type { SeriesLook } from './looks.ts'
import { placeIn } from './place-in.ts'
import { Plot } from './plot.tsx'
import { linearTicks, thin } from './ticks.ts'

export interface ColumnsPlotProps {
  readonly label: string
  readonly hint: string
  /** Neighbouring, `to` exclusive. */
  readonly bins: readonly { readonly from: number; readonly to: number; readonly count: number }[]
  readonly look: SeriesLook
  /** Upright lines with a word, such as the median. */
  readonly marks: readonly { readonly id: string; readonly at: number; readonly text: string }[]
  readonly describe: (index: number) => string
  readonly formatValue: (value: number) => string
  readonly formatCount: (count: number) => string
}

const left = 44
const right = 10
const top = 46
const bottom = 22

/**
 * How often a figure fell into each bin. Bins are equally wide, whatever they span: the agent makes them wider the
 * longer the time. Marks stand above each other, so that neighbours do not cover each other.
 */
export const ColumnsPlot = ({
  label,
  hint,
  bins,
  look,
  marks,
  describe,
  formatValue,
  formatCount,
}: ColumnsPlotProps) => {
  const edges = [...bins.map(({ from }) => from), bins.at(-1)?.to ?? 1]
  const xOf = (width: number) =>
    scaleLinear<number>({ domain: [0, bins.length], range: [left, width - right] })
  return (
    <Plot
      label={label}
      hint={hint}
      height={columnsHeight}
      points={bins.length}
      along="time"
      describe={describe}
      nearest={(at, _y, width) => {
        const index = Math.floor(xOf(width).invert(at))
        return index >= 0 && index < bins.length ? index : null
      }}
    >
      {(width, chosen) => {
        const x = xOf(width)
        const most = Math.max(1, ...bins.map(({ count }) => count))
        const levels = linearTicks(most, { wanted: 3 }).filter((level) => Number.isInteger(level))
        const y = scaleLinear<number>({
          domain: [0, Math.max(most, ...levels)],
          range: [columnsHeight - bottom, top],
        })
        const ticks = thin(
          edges.map((_, index) => index),
          (index) => x(index),
          64,
        )
        return (
          <>
            <LeftAxis
              ticks={levels.map((level) => ({ at: y(level), text: formatCount(level) }))}
              from={left}
              to={width - right}
            />
            {ticks.map((index) => (
              <text
                key={index}
                aria-hidden
                x={x(index)}
                y={columnsHeight - 6}
                textAnchor={x(index) > width - 32 ? 'end' : 'middle'}
                className="fill-ink-3 text-xs"
              >
                {formatValue(edges[index] ?? 0)}
              </text>
            ))}
            {bins.map((bin, index) => (
              <g key={bin.from}>
                {chosen === index ? (
                  <rect
                    x={x(index)}
                    y={top}
                    width={x(1) - x(0)}
                    height={columnsHeight - bottom - top}
                    className="fill-hover"
                  />
                ) : null}
                <Bar
                  x={x(index) + 0.5}
                  y={y(bin.count)}
                  width={Math.max(1, x(1) - x(0) - 1)}
                  height={columnsHeight - bottom - y(bin.count)}
                  className={look.fill}
                />
              </g>
            ))}
            {marks.map(({ id, at, text }, row) => (
              <Mark key={id} x={x(placeIn(edges, at))} row={row} width={width} text={text} />
            ))}
          </>
        )
      }}
    </Plot>
  )
}

const Mark = ({ x, row, width, text }: { x: number; row: number; width: number; text: string }) => {
  const turned = x > width * 0.6
  return (
    <g aria-hidden>
      <line
        x1={x}
        x2={x}
        y1={4 + row * 14}
        y2={columnsHeight - bottom}
        strokeWidth={1.25}
        strokeDasharray="4 3"
        className="stroke-ink"
      />
      <text
        x={x + (turned ? -5 : 5)}
        y={12 + row * 14}
        textAnchor={turned ? 'end' : 'start'}
        className="fill-ink text-xs"
      >
        {text}
      </text>
    </g>
  )
}
