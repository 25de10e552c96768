'use client'

import type { Tick } from './axis.tsx'

interface TimeAxisProps {
  readonly ticks: readonly Tick[]
  readonly from: number
  readonly to: number
  readonly width: number
}

export const TimeAxis = ({ ticks, from, to, width }: TimeAxisProps) => (
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
