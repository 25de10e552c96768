'use client'

import type { TenantName } from '@pilot/contract'
import { useTranslations } from 'next-intl'
import { parseAsBoolean, parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs'
import { useDeferredValue } from 'react'
import { classNames } from '../../../components/class-names.ts'
import { ProblemPanel } from '../../../components/problem-panel.tsx'
import { useFormats } from '../../../i18n/use-formats.ts'
import { type LogFilters, logsQuery, rangeNames, severities } from './log-filters.ts'
import { LogList } from './log-list.tsx'
import { LogToolbar } from './log-toolbar.tsx'
import { type FollowedLogs, useFollowedLogs } from './use-followed-logs.ts'

const parsers = {
  since: parseAsStringLiteral(rangeNames).withDefault('24h'),
  severity: parseAsStringLiteral(severities).withDefault('debug'),
  search: parseAsString.withDefault(''),
  wrap: parseAsBoolean.withDefault(true),
}

/** The tenant's journal, as `journalctl -f` shows it. */
export const LogsTab = ({ name }: { name: TenantName }) => {
  const [{ since, severity, search, wrap }, setFilters] = useQueryStates(parsers, { history: 'replace' })
  const filters: LogFilters = { range: since, severity, search: useDeferredValue(search) }
  const logs = useFollowedLogs(logsQuery(name, filters, 1000))
  return (
    <section className="flex flex-col gap-3">
      <LogToolbar
        name={name}
        filters={{ range: since, severity, search }}
        wrap={wrap}
        onFilters={({ range, ...rest }) =>
          void setFilters({ ...rest, ...(range === undefined ? {} : { since: range }) })
        }
        onWrap={(wrap) => void setFilters({ wrap })}
      />
      {logs.problem === null ? null : <ProblemPanel problem={logs.problem} />}
      <LogList
        key={`${since} ${severity}`}
        logs={logs}
        wrap={wrap}
        filtered={search !== '' || severity !== 'debug' || since !== 'all'}
      />
      <Footer logs={logs} />
    </section>
  )
}

const Footer = ({ logs: { buffer, stream } }: { logs: FollowedLogs }) => {
  const t = useTranslations('tenant.logs')
  const formats = useFormats()
  const lines = buffer.entries.filter(({ kind }) => kind === 'line').length
  return (
    <p className="flex flex-wrap justify-between gap-x-4 text-xs text-ink-3">
      <span>
        {t('lines', { count: lines })}
        {buffer.dropped === 0 ? null : `, ${t('dropped', { count: formats.number(buffer.dropped) })}`}
      </span>
      <span data-stream={stream} className={classNames(stream === 'lost' && 'font-medium text-alarm-ink')}>
        {t(`streams.${stream}`)}
      </span>
    </p>
  )
}
