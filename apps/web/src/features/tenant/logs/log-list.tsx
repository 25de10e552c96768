'use client'

import type { LogLine } from '@pilot/contract'
import { useVirtualizer } from '@tanstack/react-virtual'
import { ArrowDown } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { Button } from '../../../components/button.tsx'
import { classNames } from '../../../components/class-names.ts'
import { copyText } from '../../../components/copy-text.ts'
import { useToasts } from '../../../components/toaster.tsx'
import { useFormats } from '../../../i18n/use-formats.ts'
import type { Interruption, LogEntry } from './log-buffer.ts'
import { severityOf } from './log-filters.ts'
import { logText } from './log-text.ts'
import type { FollowedLogs } from './use-followed-logs.ts'
import { visibleText } from './visible-text.ts'

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
                  <Notice interruption={entry} />
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

const Line = ({ line, wrap }: { line: LogLine; wrap: boolean }) => {
  const t = useTranslations('tenant.logs')
  const formats = useFormats()
  const toasts = useToasts()
  const severity = severityOf(line.priority)
  const copy = (): void => {
    void copyText(logText([line])).then((done) => {
      if (done) toasts.done(t('lineCopied'))
    })
  }
  return (
    <div
      data-severity={severity}
      className={classNames(
        'group flex gap-3 border-l-2 px-2.5 py-0.5 leading-4 hover:bg-hover',
        severity === 'error'
          ? 'border-alarm text-alarm-ink'
          : severity === 'warning'
            ? 'border-awake'
            : 'border-transparent',
        wrap ? 'break-words' : 'whitespace-pre',
        severity === 'debug' && 'text-ink-2',
      )}
    >
      <button
        type="button"
        tabIndex={-1}
        onClick={copy}
        aria-label={t('copyLine', { time: formats.exact(line.time) })}
        title={line.time}
        className="shrink-0 text-ink-3 hover:text-ink hover:underline"
      >
        {formats.clock(line.time)}
      </button>
      <span
        className="w-28 shrink-0 truncate text-ink-3 max-sm:hidden"
        title={`${line.identifier}[${line.pid ?? ''}] ${line.unit}`}
      >
        {line.identifier}
      </span>
      <span className={classNames('min-w-0', wrap && 'grow whitespace-pre-wrap')}>
        {severity === 'error' || severity === 'warning' ? (
          <span className="sr-only">{t(`severityNames.${severity}`)}: </span>
        ) : null}
        {visibleText(line.message)}
      </span>
    </div>
  )
}

const Notice = ({ interruption: { from, to, missing } }: { interruption: Interruption }) => {
  const t = useTranslations('tenant.logs')
  const formats = useFormats()
  return (
    <div className="flex items-center gap-3 px-2.5 py-1 font-sans text-ink-2">
      <span className="h-px grow bg-line-strong" />
      {t(missing ? 'interruptedMissing' : 'interrupted', {
        from: formats.clock(from),
        to: formats.clock(to),
      })}
      <span className="h-px grow bg-line-strong" />
    </div>
  )
}
