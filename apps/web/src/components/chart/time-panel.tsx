'use client'

import { scaleLinear, scaleLog } from '@visx/scale'
import { Area, LinePath } from '@visx/shape'
import { LeftAxis } from './axis.tsx'
import { dashes, type SeriesLook } from './looks.ts'
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

/** The room beside what is drawn, for the figures of its axis. */
export const left = 64
export const right = 10

interface PanelProps {
  readonly panel: TimePanel
  readonly times: readonly number[]
  readonly x: (time: number) => number
  readonly width: number
  readonly reach: number
  readonly chosen: number | null
}

export const Panel = ({ panel, times, x, width, reach, chosen }: PanelProps) => {
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
