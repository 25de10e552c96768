'use client'

import type { TenantStatus, Wake } from '@pilot/contract'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useFormats } from '../../../i18n/use-formats.ts'
import { useNow } from '../../../client/use-now.ts'
import { awakeSpans, timeAwake, type AwakeSpan } from './awake-spans.ts'
import { WakesTable } from './wakes-table.tsx'

const hour = 3_600_000

interface DayStripProps {
  readonly status: TenantStatus
  readonly wakes: readonly Wake[]
  /** When these were read, milliseconds since 1970. */
  readonly readAt: number
}

/** The last 24 hours as a strip: awake and asleep, each wake a tick; which one is told by pointing or by keys. */
export const DayStrip = ({ status, wakes, readAt }: DayStripProps) => {
  const t = useTranslations('tenant.day')
  const formats = useFormats()
  const describe = useSpanText()
  const to = useNow(10_000, readAt)
  const window = { from: to - 24 * hour, to }
  const spans = awakeSpans(wakes, status, window)
  const [chosen, setChosen] = useState<number | null>(null)
  const awake = timeAwake(spans)
  const summary = t('summary', {
    wakes: wakes.length,
    awake: awake === 0 ? 'none' : 'some',
    duration: formats.duration(awake),
  })
  const span = chosen === null ? undefined : spans[Math.min(chosen, spans.length - 1)]
  const move = (by: number): void =>
    setChosen((index) =>
      Math.max(0, Math.min(spans.length - 1, (index ?? (by > 0 ? -1 : spans.length)) + by)),
    )
  return (
    <section aria-labelledby="day" className="pb-5">
      <div className="flex min-h-5 flex-wrap items-baseline justify-between gap-x-4 pb-1.5 text-sm">
        <h2 id="day" className="text-ink-2">
          {t('title')}
        </h2>
        <p className="text-ink-2" aria-live="polite">
          {span === undefined ? summary : describe(span)}
        </p>
      </div>
      <svg
        role="slider"
        aria-label={t('label')}
        aria-valuemin={0}
        aria-valuemax={spans.length}
        aria-valuenow={chosen === null ? spans.length : chosen + 1}
        aria-valuetext={span === undefined ? summary : describe(span)}
        tabIndex={0}
        className="block h-9 w-full touch-pan-y rounded-sm bg-sunken ring-1 ring-line ring-inset"
        onKeyDown={({ key }) => {
          if (key === 'ArrowLeft') move(-1)
          if (key === 'ArrowRight') move(1)
          if (key === 'Escape') setChosen(null)
        }}
        onBlur={() => setChosen(null)}
        onPointerLeave={() => setChosen(null)}
        onPointerMove={({ clientX, currentTarget }) => {
          const { left, width } = currentTarget.getBoundingClientRect()
          setChosen(
            nearest(spans, window.from + ((clientX - left) / width) * 24 * hour, (8 / width) * 24 * hour),
          )
        }}
      >
        <Hours window={window} />
        <Spans spans={spans} window={window} chosen={chosen} />
      </svg>
      <div aria-hidden className="flex justify-between pt-1 text-xs text-ink-3">
        <span>{t('dayAgo')}</span>
        <span>{t('halfDayAgo')}</span>
        <span>{t('now')}</span>
      </div>
      <WakesTable wakes={wakes} />
    </section>
  )
}

interface Day {
  readonly from: number
  readonly to: number
}

/** Where in the strip a time is, in per cent. */
const placeOf = (time: number, { from, to }: Day): number => ((time - from) / (to - from)) * 100

const Hours = ({ window }: { window: Day }) =>
  hoursOf(window).map((time) => {
    const at = `${placeOf(time, window)}%`
    return <line key={time} x1={at} x2={at} y1="0" y2="100%" className="stroke-line" />
  })

const hoursOf = ({ from, to }: Day): number[] => {
  const first = Math.ceil(from / hour) * hour
  return Array.from({ length: Math.floor((to - first) / hour) + 1 }, (_, index) => first + index * hour)
}

interface SpansProps {
  readonly spans: readonly AwakeSpan[]
  readonly window: Day
  readonly chosen: number | null
}

const Spans = ({ spans, window, chosen }: SpansProps) =>
  spans.map(({ from, to, wake, open }, index) => {
    const [start, end] = [placeOf(from, window), placeOf(to, window)]
    return (
      <g key={wake?.at ?? 'now'} className={index === chosen ? 'text-ink' : 'text-awake'}>
        <rect
          x={`${start}%`}
          y="35%"
          height="65%"
          style={{ width: `max(2px, ${end - start}%)` }}
          fill="currentColor"
          opacity={open ? 1 : 0.75}
        />
        {wake === null ? null : (
          <line x1={`${start}%`} x2={`${start}%`} y1="4" y2="100%" stroke="currentColor" strokeWidth={1.5} />
        )}
      </g>
    )
  })

const useSpanText = (): ((span: AwakeSpan) => string) => {
  const t = useTranslations('tenant.day')
  const formats = useFormats()
  return ({ from, to, wake, open }) => {
    const values = { from: formats.clock(from), to: formats.clock(to), duration: formats.duration(to - from) }
    const start = wake?.startMilliseconds
    return [
      open ? t('spanOpen', values) : t('span', values),
      ...(start == null ? [] : [t('spanStart', { duration: formats.duration(start) })]),
      ...(wake?.result == null || wake.result === 'success'
        ? []
        : [t('spanFailed', { result: wake.result })]),
    ].join(', ')
  }
}

/** The span at this time, or the nearest not further than `reach`; null where there is none. */
const nearest = (spans: readonly AwakeSpan[], time: number, reach: number): number | null => {
  let best: number | null = null
  let distance = reach
  spans.forEach(({ from, to }, index) => {
    const away = time < from ? from - time : time > to ? time - to : 0
    if (away > distance) return
    best = index
    distance = away
  })
  return best
}
