'use client'

import { useVirtualizer } from '@tanstack/react-virtual'
import { ArrowDown } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { Button } from '../../../components/button.tsx'
import { classNames } from '../../../components/class-names.ts'
import { InterruptionNotice } from './interruption-notice.tsx'
import type { LogEntry } from './log-buffer.ts'
import { Line } from './log-line.tsx'
import type { FollowedLogs } from './use-followed-logs.ts'

interface LogListProps {
  readonly logs: FollowedLogs
  readonly wrap: boolean
  /** Not everything is asked for, so that nothing found does not mean that there is nothing. */
  readonly filtered: boolean
}

/** The lines, of which only those that are seen are drawn. Stays at the end until somebody scrolls up. */
export const LogList = ({ logs: { buffer, stream }, wrap, filtered }: LogListProps) => {
  const t = useTranslations('tenant.logs')
  const box = useRef<HTMLDivElement>(null)
  const [heldAt, setHeldAt] = useState<string | null>(null)
  const { entries } = buffer
  // eslint-disable-next-line react-hooks/incompatible-library -- the virtualizer is used here alone, and not memoised
  const virtual = useVirtualizer({
    count: entries.length,
    getScrollElement: () => box.current,
    estimateSize: () => 20,
    getItemKey: (index) => keyOf(entries[index]),
    overscan: 20,
    anchorTo: 'end',
    followOnAppend: true,
    scrollEndThreshold: 24,
  })
  const follows = heldAt === null
  const newLines = follows
    ? 0
    : entries.length - 1 - entries.findLastIndex((entry) => keyOf(entry) === heldAt)
  const toEnd = (): void => {
    setHeldAt(null)
    virtual.scrollToEnd()
  }
  const filled = entries.length > 0
  useEffect(() => {
    if (filled) virtual.scrollToEnd()
    // Only when the first lines arrive: from then on it follows by itself.
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the virtualizer is the same object for good
  }, [filled])

  return (
    <div className="relative">
      <div
        ref={box}
        role="log"
        aria-live="off"
        aria-label={t('label')}
        tabIndex={0}
        onScroll={() => {
          if (virtual.isAtEnd(24)) setHeldAt(null)
          else setHeldAt((held) => held ?? keyOf(entries.at(-1)))
        }}
        onKeyDown={(event) => {
          if (event.key === 'End') {
            event.preventDefault()
            toEnd()
          }
        }}
        className="h-[min(36rem,60vh)] overflow-auto rounded-md border bg-sunken py-1 font-mono text-xs -outline-offset-2"
      >
        {entries.length === 0 ? (
          <p className="p-3 font-sans text-base text-ink-2">
            {stream === 'waiting' ? t('waiting') : filtered ? t('nothingMatches') : t('nothing')}
          </p>
        ) : null}
        <div className="relative min-w-full" style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, key, start }) => {
            const entry = entries[index]
            if (entry === undefined) return null
            return (
              <div
                key={key}
                ref={virtual.measureElement}
                data-index={index}
                className={classNames('absolute top-0 left-0', wrap ? 'w-full' : 'min-w-full')}
                style={{ transform: `translateY(${start}px)` }}
              >
                {entry.kind === 'line' ? (
                  <Line line={entry.line} wrap={wrap} />
                ) : (
                  <InterruptionNotice interruption={entry} />
                )}
              </div>
            )
          })}
        </div>
      </div>
      {newLines > 0 ? (
        <Button
          size="small"
          variant="primary"
          className="absolute bottom-3 left-1/2 -translate-x-1/2 shadow-lg"
          onClick={toEnd}
        >
          <ArrowDown aria-hidden />
          {t('newLines', { count: newLines })}
        </Button>
      ) : null}
    </div>
  )
}

const keyOf = (entry: LogEntry | undefined): string => {
  if (entry === undefined) return ''
  return entry.kind === 'line' ? entry.line.cursor : `interruption ${entry.from}`
}
