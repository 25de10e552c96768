'use client'

import type { TenantName } from '@pilot/contract'
import { Download, WrapText } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useAgent } from '../../../client/agent.ts'
import { problemOf } from '../../../client/problem-of.ts'
import { saveFile } from '../../../client/save-file.ts'
import { Button } from '../../../components/button.tsx'
import { classNames } from '../../../components/class-names.ts'
import { Input } from '../../../components/input.tsx'
import { Select } from '../../../components/select.tsx'
import { useToasts } from '../../../components/toaster.tsx'
import { type LogFilters, logsQuery, rangeNames, severities } from './log-filters.ts'
import { logText } from './log-text.ts'

interface LogToolbarProps {
  readonly name: TenantName
  readonly filters: LogFilters
  readonly wrap: boolean
  readonly onFilters: (filters: Partial<LogFilters>) => void
  readonly onWrap: (wrap: boolean) => void
}

export const LogToolbar = ({ name, filters, wrap, onFilters, onWrap }: LogToolbarProps) => {
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
      saveFile(`${name}.log`, logText(lines), 'text/plain;charset=utf-8')
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
