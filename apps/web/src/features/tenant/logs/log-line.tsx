'use client'

import { visible, type LogLine } from '@pilot/contract'
import { useTranslations } from 'next-intl'
import { classNames } from '../../../components/class-names.ts'
import { copyText } from '../../../components/copy-text.ts'
import { useToasts } from '../../../components/toaster.tsx'
import { useFormats } from '../../../i18n/use-formats.ts'
import { severityOf } from './log-filters.ts'
import { logText } from './log-text.ts'

export const Line = ({ line, wrap }: { line: LogLine; wrap: boolean }) => {
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
        {visible(line.message, '\t')}
      </span>
    </div>
  )
}
