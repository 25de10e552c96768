'use client'

import { useEffect, useState } from 'react'
import { useFormats } from '../i18n/use-formats.ts'

/** A span of time in milliseconds; `null` says that it was not measured. */
export const Duration = ({ value }: { value: number | null }) => (
  <Figure value={value} text={useFormats().duration(value)} />
)

/** "3 minutes ago", which goes on counting; the exact time on hover. */
export const RelativeTime = ({ time }: { time: string }) => {
  const formats = useFormats()
  const now = useNow(time)
  return (
    // The server's clock and time zone are not the reader's: the browser's words count.
    <time dateTime={time} title={formats.exact(time)} className="whitespace-nowrap" suppressHydrationWarning>
      {formats.relative(time, now)}
    </time>
  )
}

/** Date and time to the second, in the reader's time zone. */
export const ExactTime = ({ time }: { time: string }) => {
  const formats = useFormats()
  // Rendered again in the browser, whose time zone the server does not know.
  useNow(time)
  return (
    <time dateTime={time} className="whitespace-nowrap" suppressHydrationWarning>
      {formats.exact(time)}
    </time>
  )
}

const Figure = ({ value, text }: { value: number | null; text: string }) => (
  <span className={value === null ? 'text-ink-3' : 'whitespace-nowrap'}>{text}</span>
)

// Close to the time every second, else every half minute.
const useNow = (time: string): number => {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const interval = Math.abs(Date.now() - Date.parse(time)) < 120_000 ? 1000 : 30_000
    const tick = (): void => setNow(Date.now())
    const first = setTimeout(tick)
    const timer = setInterval(tick, interval)
    return () => {
      clearTimeout(first)
      clearInterval(timer)
    }
  }, [time])
  return now
}
