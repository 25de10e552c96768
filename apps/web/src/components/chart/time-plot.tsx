'use client'

import { scaleTime } from '@visx/scale'
import { panelGap as gap, panelsHeight, timeAxisHeight } from './heights.ts'
import { Plot } from './plot.tsx'
import { TimeAxis } from './time-axis.tsx'
import { left, Panel, right, type TimePanel } from './time-panel.tsx'

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
