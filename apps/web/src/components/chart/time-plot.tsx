'use client'

import { scaleLinear, scaleLog, scaleTime } from '@visx/scale'
import { Area, LinePath } from '@visx/shape'
import { LeftAxis, type Tick } from './axis.tsx'
import { panelGap as gap, panelsHeight, timeAxisHeight } from './heights.ts'
import { dashes, type SeriesLook } from './looks.ts'
import { Plot } from './plot.tsx'
import { segments, type TimedPoint } from './segments.ts'
import { linearTicks, logTicks } from './ticks.ts'

export interface TimeSeries {
  readonly id: string
  readonly look: SeriesLook
  /** A line, a line over its area, or a stem at each point that is not 0. */
  readonly kind: 'line' | 'area' | 'stems'
  /** For each of the times; null where nothing was measured. */
  readonly values: readonly (number | null)[]
}

export interface TimePanel {
  readonly id: string
  /** In the panel's corner; left out where the chart's title says it. */
  readonly label?: string
  readonly height: number
  readonly base: 1000 | 1024
  readonly scale?: 'linear' | 'log'
  readonly format: (value: number) => string
  /** The axis goes at least so far. */
  readonly least?: number
  readonly series: readonly TimeSeries[]
}

export interface TimePlotProps {
  readonly label: string
  readonly hint: string
  /** Milliseconds since 1970, oldest first. */
  readonly times: readonly number[]
  /** What is shown, from and to. */
  readonly window: { readonly from: number; readonly to: number }
  /** Seconds between two samples. */
  readonly resolution: number
  readonly panels: readonly TimePanel[]
  readonly describe: (index: number) => string
  /** Writes a time under the axis. */
  readonly formatTime: (time: number) => string
}

const left = 64
const right = 10

/** Panels over one axis of time; one point in time is chosen in all of them. */
export const TimePlot = (props: TimePlotProps) => {
  const { label, hint, times, window, panels, describe } = props
  const height = panelsHeight(panels)
  return (
    <Plot
      label={label}
      hint={hint}
      height={height}
      points={times.length}
      along="time"
      describe={describe}
      nearest={(x, _y, width) => {
        const share = (x - left) / (width - left - right)
        return nearestIndex(times, window.from + share * (window.to - window.from))
      }}
    >
      {(width, chosen) => <Panels {...props} width={width} height={height} chosen={chosen} />}
    </Plot>
  )
}

interface DrawnProps extends TimePlotProps {
  readonly width: number
  readonly height: number
  readonly chosen: number | null
}

const Panels = ({ times, window, resolution, panels, formatTime, width, height, chosen }: DrawnProps) => {
  const x = scaleTime<number>({ domain: [window.from, window.to], range: [left, width - right] })
  const ticks = x
    .ticks(Math.max(2, Math.floor((width - left) / 90)))
    .map((tick) => ({ at: x(tick), text: formatTime(tick.getTime()) }))
  const at = chosen === null ? null : x(times[chosen] ?? window.from)
  const tops = panels.map((_, index) =>
    panels.slice(0, index).reduce((sum, panel) => sum + panel.height + gap, gap - 8),
  )
  return (
    <>
      <TimeAxis ticks={ticks} from={gap - 8} to={height - timeAxisHeight} width={width} />
      {panels.map((panel, index) => (
        <g key={panel.id} transform={`translate(0 ${tops[index] ?? 0})`}>
          <Panel
            panel={panel}
            times={times}
            x={(time) => x(time)}
            width={width}
            reach={resolution * 1500}
            chosen={chosen}
          />
        </g>
      ))}
      {at === null ? null : (
        <line
          x1={at}
          x2={at}
          y1={gap - 8}
          y2={height - timeAxisHeight}
          strokeWidth={1}
          className="stroke-ink-2"
        />
      )}
    </>
  )
}

interface TimeAxisProps {
  readonly ticks: readonly Tick[]
  readonly from: number
  readonly to: number
  readonly width: number
}

const TimeAxis = ({ ticks, from, to, width }: TimeAxisProps) => (
  <g aria-hidden>
    {ticks.map(({ at, text }) => (
      <g key={at}>
        <line x1={at} x2={at} y1={from} y2={to} strokeWidth={1} className="stroke-line" />
        <text
          x={at > width - 32 ? width : at}
          y={to + 16}
          textAnchor={at > width - 32 ? 'end' : 'middle'}
          className="fill-ink-3 text-xs"
        >
          {text}
        </text>
      </g>
    ))}
  </g>
)

interface PanelProps {
  readonly panel: TimePanel
  readonly times: readonly number[]
  readonly x: (time: number) => number
  readonly width: number
  readonly reach: number
  readonly chosen: number | null
}

const Panel = ({ panel, times, x, width, reach, chosen }: PanelProps) => {
  const { label, height, base, scale = 'linear', format, least = 0, series } = panel
  const all = series.flatMap(({ values }) => values.filter((value) => value !== null))
  const ticks =
    scale === 'log'
      ? logTicks(all, { base })
      : linearTicks(Math.max(least, ...all), { wanted: Math.max(1, Math.round(height / 40)), base })
  const domain = [ticks[0] ?? 0, Math.max(ticks.at(-1) ?? 1, 1e-9)]
  const range = [height, 0]
  const y =
    scale === 'log'
      ? scaleLog<number>({ domain, range, clamp: true })
      : scaleLinear<number>({ domain, range })
  const levels = scale === 'log' && ticks.length > 5 ? ticks.filter((_, index) => index % 2 === 0) : ticks
  return (
    <>
      <LeftAxis
        ticks={levels.map((tick) => ({ at: y(tick), text: format(tick) }))}
        from={left}
        to={width - right}
      />
      {label === undefined ? null : (
        <text x={left} y={-6} className="fill-ink-2 text-xs font-medium">
          {label}
        </text>
      )}
      {series.map(({ id, kind, values, look }) =>
        kind === 'stems' ? (
          <Stems
            key={id}
            times={times}
            values={values}
            x={x}
            y={(value) => y(value)}
            height={height}
            look={look}
          />
        ) : (
          segments(times, values, reach).map((points) => (
            <Stretch
              key={`${id} ${points[0]?.time ?? 0}`}
              points={points}
              area={kind === 'area'}
              x={x}
              y={(value) => y(scale === 'log' ? Math.max(value, domain[0] ?? 1) : value)}
              height={height}
              look={look}
            />
          ))
        ),
      )}
      {chosen === null
        ? null
        : series.map(({ id, kind, values, look }) => {
            const value = values[chosen] ?? null
            return value === null || kind === 'stems' ? null : (
              <circle
                key={id}
                cx={x(times[chosen] ?? 0)}
                cy={y(scale === 'log' ? Math.max(value, domain[0] ?? 1) : value)}
                r={3.5}
                strokeWidth={2}
                className={`fill-paper ${look.stroke}`}
              />
            )
          })}
    </>
  )
}

interface StretchProps {
  readonly points: TimedPoint[]
  readonly area: boolean
  readonly x: (time: number) => number
  readonly y: (value: number) => number
  readonly height: number
  readonly look: SeriesLook
}

const Stretch = ({ points, area, x, y, height, look }: StretchProps) => {
  const [only] = points
  // A single sample between two gaps is a dot, or it would not be seen.
  if (points.length === 1 && only !== undefined)
    return <circle cx={x(only.time)} cy={y(only.value)} r={1.5} className={look.fill} />
  return (
    <>
      {area ? (
        <Area
          data={points}
          x={({ time }) => x(time)}
          y0={height}
          y1={({ value }) => y(value)}
          opacity={0.16}
          className={look.fill}
        />
      ) : null}
      <LinePath
        data={points}
        x={({ time }) => x(time)}
        y={({ value }) => y(value)}
        fill="none"
        strokeWidth={1.75}
        strokeLinejoin="round"
        strokeDasharray={look.dash === undefined ? undefined : dashes[look.dash]}
        className={look.stroke}
      />
    </>
  )
}

interface StemsProps {
  readonly times: readonly number[]
  readonly values: readonly (number | null)[]
  readonly x: (time: number) => number
  readonly y: (value: number) => number
  readonly height: number
  readonly look: SeriesLook
}

const Stems = ({ times, values, x, y, height, look }: StemsProps) => (
  <g className={look.fill}>
    {times.map((time, index) => {
      const value = values[index] ?? 0
      return value === 0 ? null : (
        <rect key={time} x={x(time) - 1} y={y(value)} width={2} height={height - y(value)} />
      )
    })}
  </g>
)

const nearestIndex = (times: readonly number[], time: number): number | null => {
  if (times.length === 0) return null
  let [low, high] = [0, times.length - 1]
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if ((times[middle] ?? 0) < time) low = middle
    else high = middle
  }
  return time - (times[low] ?? 0) < (times[high] ?? 0) - time ? low : high
}
