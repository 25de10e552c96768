'use client'

import { scaleLinear, scaleLog } from '@visx/scale'
import { LinePath } from '@visx/shape'
import { LeftAxis, type Tick } from './axis.tsx'
import { growthHeight } from './heights.ts'
import { dashes, type SeriesLook } from './looks.ts'
import { Plot } from './plot.tsx'
import { linearTicks, logTicks, thin } from './ticks.ts'

export interface GrowthSeries {
  readonly id: string
  readonly look: SeriesLook
  /** In bytes, for each of the counts. */
  readonly values: readonly number[]
}

export interface GrowthPlotProps {
  readonly label: string
  readonly hint: string
  /** Numbers of tenants, rising. */
  readonly counts: readonly number[]
  readonly series: readonly GrowthSeries[]
  readonly scale: 'linear' | 'log'
  /** What there is at most: a level line with a word. */
  readonly ceiling: { readonly value: number; readonly text: string } | null
  /** Where two lines cross: an upright line with a word. */
  readonly crossing: { readonly count: number; readonly text: string } | null
  readonly describe: (index: number) => string
  readonly format: (bytes: number) => string
  readonly formatCount: (count: number) => string
  readonly axisLabel: string
}

const left = 64
const right = 12
const top = 26
const bottom = 40

/** What so many of each take together: a line for each. */
export const GrowthPlot = (props: GrowthPlotProps) => {
  const { label, hint, counts, describe, scale } = props
  return (
    <Plot
      label={label}
      hint={hint}
      height={growthHeight}
      points={counts.length}
      along="time"
      describe={describe}
      nearest={(at, _y, width) => {
        const x = countScale(counts, scale, width)
        return counts.reduce(
          (best, count, index) =>
            Math.abs(x(count) - at) < Math.abs(x(counts[best] ?? 0) - at) ? index : best,
          0,
        )
      }}
    >
      {(width, chosen) => <Drawn {...props} width={width} chosen={chosen} />}
    </Plot>
  )
}

interface DrawnProps extends GrowthPlotProps {
  readonly width: number
  readonly chosen: number | null
}

const Drawn = (props: DrawnProps) => {
  const { counts, series, scale, ceiling, crossing, format, formatCount, axisLabel, width, chosen } = props
  const x = countScale(counts, scale, width)
  const all = series.flatMap(({ values }) => values)
  // The ceiling is drawn where the lines come near it, or they would all lie flat at the bottom.
  const reached = ceiling !== null && Math.max(...all) >= ceiling.value * (scale === 'log' ? 0.02 : 0.4)
  const most = Math.max(...all, reached ? ceiling.value : 0)
  const levels =
    scale === 'log'
      ? logTicks([...all, ...(reached ? [ceiling.value] : [])], { base: 1024 })
      : linearTicks(most, { base: 1024 })
  const domain = [levels[0] ?? 0, levels.at(-1) ?? 1]
  const range = [growthHeight - bottom, top]
  const y =
    scale === 'log'
      ? scaleLog<number>({ domain, range, clamp: true })
      : scaleLinear<number>({ domain, range })
  const place = (value: number): number => y(Math.max(value, scale === 'log' ? (domain[0] ?? 1) : 0))
  return (
    <>
      <LeftAxis
        ticks={(levels.length > 7 ? levels.filter((_, index) => index % 2 === 0) : levels).map((level) => ({
          at: y(level),
          text: format(level),
        }))}
        from={left}
        to={width - right}
      />
      <CountAxis
        ticks={countTicks(counts, scale, width).map((count) => ({ at: x(count), text: formatCount(count) }))}
        label={axisLabel}
        width={width}
      />
      {ceiling === null || !reached ? null : (
        <Ceiling at={y(ceiling.value)} text={ceiling.text} width={width} />
      )}
      {crossing === null ? null : <Crossing at={x(crossing.count)} text={crossing.text} width={width} />}
      {series.map(({ id, look, values }) => (
        <LinePath
          key={id}
          data={counts.map((count, index) => ({ count, value: values[index] ?? 0 }))}
          x={({ count }) => x(count)}
          y={({ value }) => place(value)}
          fill="none"
          strokeWidth={2}
          strokeDasharray={look.dash === undefined ? undefined : dashes[look.dash]}
          className={look.stroke}
        />
      ))}
      {chosen === null ? null : (
        <Chosen
          at={x(counts[chosen] ?? 1)}
          points={series.map(({ id, look, values }) => ({ id, look, at: place(values[chosen] ?? 0) }))}
        />
      )}
    </>
  )
}

const countTicks = (counts: readonly number[], scale: 'linear' | 'log', width: number): number[] => {
  const x = countScale(counts, scale, width)
  const last = counts.at(-1) ?? 1
  const wanted = Math.max(2, Math.floor(width / 110))
  const ticks =
    scale === 'log' ? logTicks(counts) : linearTicks(last, { wanted }).filter((tick) => tick <= last)
  return thin(
    ticks.filter((tick) => x(tick) <= width),
    (tick) => x(tick),
    56,
  )
}

interface CountAxisProps {
  readonly ticks: readonly Tick[]
  readonly label: string
  readonly width: number
}

const CountAxis = ({ ticks, label, width }: CountAxisProps) => (
  <>
    {ticks.map(({ at, text }) => (
      <text
        key={at}
        aria-hidden
        x={at}
        y={growthHeight - bottom + 16}
        textAnchor="middle"
        className="fill-ink-3 text-xs"
      >
        {text}
      </text>
    ))}
    <text
      aria-hidden
      x={(left + width - right) / 2}
      y={growthHeight - 4}
      textAnchor="middle"
      className="fill-ink-3 text-xs"
    >
      {label}
    </text>
  </>
)

interface MarkProps {
  readonly at: number
  readonly text: string
  readonly width: number
}

const Ceiling = ({ at, text, width }: MarkProps) => (
  <g aria-hidden>
    <line
      x1={left}
      x2={width - right}
      y1={at}
      y2={at}
      strokeWidth={1.25}
      strokeDasharray="4 3"
      className="stroke-ink"
    />
    <text x={width - right} y={at - 5} textAnchor="end" className="fill-ink text-xs">
      {text}
    </text>
  </g>
)

const Crossing = ({ at, text, width }: MarkProps) => {
  // The word stands on the side where there is room for it.
  const toTheRight = at <= width * 0.55
  return (
    <g aria-hidden>
      <line
        x1={at}
        x2={at}
        y1={top - 10}
        y2={growthHeight - bottom}
        strokeWidth={1.25}
        strokeDasharray="4 3"
        className="stroke-ink"
      />
      <text
        x={at + (toTheRight ? 5 : -5)}
        y={top - 12}
        textAnchor={toTheRight ? 'start' : 'end'}
        className="fill-ink text-xs"
      >
        {text}
      </text>
    </g>
  )
}

interface ChosenProps {
  readonly at: number
  readonly points: readonly { readonly id: string; readonly look: SeriesLook; readonly at: number }[]
}

const Chosen = ({ at, points }: ChosenProps) => (
  <>
    <line x1={at} x2={at} y1={top} y2={growthHeight - bottom} strokeWidth={1} className="stroke-ink-2" />
    {points.map(({ id, look, at: y }) => (
      <circle key={id} cx={at} cy={y} r={3.5} strokeWidth={2} className={`fill-paper ${look.stroke}`} />
    ))}
  </>
)

const countScale = (counts: readonly number[], scale: 'linear' | 'log', width: number) => {
  const range = [left, width - right]
  return scale === 'log'
    ? scaleLog<number>({ domain: [counts[0] ?? 1, counts.at(-1) ?? 10], range })
    : scaleLinear<number>({ domain: [0, counts.at(-1) ?? 10], range })
}
