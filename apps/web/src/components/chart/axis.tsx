export interface Tick {
  /** Pixels along the axis. */
  readonly at: number
  readonly text: string
}

interface AxisProps {
  readonly ticks: readonly Tick[]
  /** The two ends of each line, pixels across the axis. */
  readonly from: number
  readonly to: number
}

interface BottomAxisProps extends AxisProps {
  /** Of the picture, which no label leaves. */
  readonly width: number
}

const labelLook = 'fill-ink-3 text-xs'

/** Upright lines with their values under them. */
export const BottomAxis = ({ ticks, from, to, width }: BottomAxisProps) => (
  <g aria-hidden>
    {ticks.map(({ at, text }) => (
      <g key={text}>
        <line x1={at} x2={at} y1={from} y2={to} strokeWidth={1} className="stroke-line" />
        <text
          x={Math.min(at, width)}
          y={to + 15}
          textAnchor={at < 24 ? 'start' : at > width - 40 ? 'end' : 'middle'}
          className={labelLook}
        >
          {text}
        </text>
      </g>
    ))}
  </g>
)

/** Level lines, each with its value at the left above it. */
export const LeftAxis = ({ ticks, from, to }: AxisProps) => (
  <g aria-hidden>
    {ticks.map(({ at, text }) => (
      <g key={text}>
        <line x1={from} x2={to} y1={at} y2={at} strokeWidth={1} className="stroke-line" />
        <text x={from - 6} y={at + 4} textAnchor="end" className={labelLook}>
          {text}
        </text>
      </g>
    ))}
  </g>
)
