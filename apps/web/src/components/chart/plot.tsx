'use client'

import { useState, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react'
import { readoutHeight } from './heights.ts'
import { useWidth } from './use-width.ts'

interface PlotProps {
  readonly label: string
  readonly height: number
  /** How many points can be chosen. */
  readonly points: number
  /** Which keys lead on: rows go down, time goes right. */
  readonly along: 'rows' | 'time'
  /** Says a point in words. */
  readonly describe: (index: number) => string
  /** Said where none is chosen. */
  readonly hint: string
  /** The point under the pointer; null where there is none. */
  readonly nearest: (x: number, y: number, width: number) => number | null
  readonly children: (width: number, chosen: number | null) => ReactNode
}

/**
 * A picture whose points can be looked at one by one, by pointer and by arrow keys. A slider for screen readers, which
 * then hand the arrow keys on and speak the value; so the line that shows it is not announced a second time.
 */
export const Plot = ({ label, height, points, along, describe, hint, nearest, children }: PlotProps) => {
  const { ref, width } = useWidth()
  const [asked, setChosen] = useState<number | null>(null)
  const chosen = asked === null || points === 0 ? null : Math.min(asked, points - 1)
  const text = chosen === null ? hint : describe(chosen)

  const onKeyDown = (event: KeyboardEvent): void => {
    const next = moves[event.key]?.(chosen, points)
    if (next === undefined) return
    event.preventDefault()
    setChosen(next)
  }
  const onPointer = ({ clientX, clientY, currentTarget }: PointerEvent): void => {
    const box = currentTarget.getBoundingClientRect()
    setChosen(nearest(clientX - box.left, clientY - box.top, box.width))
  }
  return (
    <>
      <p
        aria-hidden
        data-readout
        className="flex items-end pb-1.5 text-sm text-ink-2"
        style={{ height: readoutHeight }}
      >
        <span className="line-clamp-2">{text}</span>
      </p>
      {/* Out of the flow, so that a picture drawn for a wide window does not keep it wide. */}
      <div ref={ref} className="relative" style={{ height }}>
        {width === 0 ? null : (
          <svg
            data-plot
            role="slider"
            tabIndex={0}
            aria-label={label}
            aria-orientation={along === 'rows' ? 'vertical' : 'horizontal'}
            aria-valuemin={0}
            aria-valuemax={points}
            aria-valuenow={chosen === null ? 0 : chosen + 1}
            aria-valuetext={text}
            width={width}
            height={height}
            className="absolute inset-0 block touch-pan-y rounded-sm"
            onKeyDown={onKeyDown}
            onBlur={() => setChosen(null)}
            onPointerMove={onPointer}
            onPointerDown={onPointer}
            onPointerLeave={(event) => {
              if (event.pointerType === 'mouse') setChosen(null)
            }}
          >
            {children(width, chosen)}
          </svg>
        )}
      </div>
    </>
  )
}

type Move = (chosen: number | null, points: number) => number | null

const by =
  (steps: (points: number) => number): Move =>
  (chosen, points) => {
    const step = steps(points)
    return Math.max(0, Math.min(points - 1, chosen === null ? (step > 0 ? 0 : points - 1) : chosen + step))
  }

const tenth = (points: number): number => Math.max(1, Math.round(points / 10))

const moves: Record<string, Move | undefined> = {
  ArrowRight: by(() => 1),
  ArrowDown: by(() => 1),
  ArrowLeft: by(() => -1),
  ArrowUp: by(() => -1),
  PageDown: by(tenth),
  PageUp: by((points) => -tenth(points)),
  Home: () => 0,
  End: (_, points) => points - 1,
  Escape: () => null,
}
