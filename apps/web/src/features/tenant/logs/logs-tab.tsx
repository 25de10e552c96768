'use client'

import type { TenantName } from '@pilot/contract'
import { Download, WrapText } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { parseAsBoolean, parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs'
import { useDeferredValue, useState } from 'react'
import { useAgent } from '../../../client/agent.ts'
import { problemOf } from '../../../client/problem-of.ts'
import { Button } from '../../../components/button.tsx'
import { classNames } from '../../../components/class-names.ts'
import { Input } from '../../../components/input.tsx'
import { ProblemPanel } from '../../../components/problem-panel.tsx'
import { Select } from '../../../components/select.tsx'
import { useToasts } from '../../../components/toaster.tsx'
import { useFormats } from '../../../i18n/use-formats.ts'
import { logsQuery, rangeNames, severities, type LogFilters } from './log-filters.ts'
import { LogList } from './log-list.tsx'
import { logText } from './log-text.ts'
import { saveText } from './save-text.ts'
import { useFollowedLogs, type FollowedLogs } from './use-followed-logs.ts'

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
      <Toolbar
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

interface ToolbarProps {
  readonly name: TenantName
  readonly filters: LogFilters
  readonly wrap: boolean
  readonly onFilters: (filters: Partial<LogFilters>) => void
  readonly onWrap: (wrap: boolean) => void
}

const Toolbar = ({ name, filters, wrap, onFilters, onWrap }: ToolbarProps) => {
  const t = useTranslations('tenant.logs')
  return (
    <div role="group" aria-label={t('filters')} className="flex flex-wrap items-center gap-2">
      <Input
        type="search"
        aria-label={t('search')}
        placeholder={t('search')}
        value={filters.search}
        onChange={({ target }) => onFilters({ search: target.value })}
        maxLength={200}
        className="min-w-40 grow basis-48 sm:max-w-80"
      />
      <Select
        aria-label={t('severity')}
        value={filters.severity}
        onChange={({ target }) => onFilters({ severity: target.value as LogFilters['severity'] })}
        className="w-auto"
      >
        {severities.map((severity) => (
          <option key={severity} value={severity}>
            {t(`severities.${severity}`)}
          </option>
        ))}
      </Select>
      <Select
        aria-label={t('since')}
        value={filters.range}
        onChange={({ target }) => onFilters({ range: target.value as LogFilters['range'] })}
        className="w-auto"
      >
        {rangeNames.map((range) => (
          <option key={range} value={range}>
            {t(`ranges.${range}`)}
          </option>
        ))}
      </Select>
      <span className="flex gap-2 sm:ml-auto">
        <Button
          size="icon"
          aria-pressed={wrap}
          aria-label={t('wrap')}
          title={t('wrap')}
          className={classNames(wrap && 'bg-hover')}
          onClick={() => onWrap(!wrap)}
        >
          <WrapText aria-hidden />
        </Button>
        <DownloadButton name={name} filters={filters} />
      </span>
    </div>
  )
}

const DownloadButton = ({ name, filters }: { name: TenantName; filters: LogFilters }) => {
  const t = useTranslations('tenant.logs')
  const agent = useAgent()
  const toasts = useToasts()
  const [busy, setBusy] = useState(false)
  const download = async (): Promise<void> => {
    setBusy(true)
    try {
      const lines = await Array.fromAsync(agent.logs(logsQuery(name, filters, 10_000)))
      saveText(`${name}.log`, logText(lines))
    } catch (error) {
      toasts.failed(problemOf(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <Button busy={busy} onClick={() => void download()} title={t('downloadHint')}>
      <Download aria-hidden />
      {t('download')}
    </Button>
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
