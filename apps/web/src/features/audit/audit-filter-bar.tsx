'use client'

import { outcomes } from '@pilot/contract'
import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Button } from '../../components/button.tsx'
import { Input } from '../../components/input.tsx'
import { Select } from '../../components/select.tsx'
import { actionGroups } from './action-groups.ts'
import { isUnfiltered, ranges, type AuditFilters, type Range } from './filters.ts'
import { fromLocalInput, toLocalInput } from './local-time.ts'
import { TypedFilter } from './typed-filter.tsx'

interface AuditFilterBarProps {
  readonly filters: AuditFilters
  readonly onChange: (changed: Partial<AuditFilters>) => void
  readonly onClear: () => void
}

export const AuditFilterBar = ({ filters, onChange, onClear }: AuditFilterBarProps) => {
  const t = useTranslations('audit')
  return (
    <form
      role="search"
      aria-label={t('filters.label')}
      onSubmit={(event) => event.preventDefault()}
      className="grid grid-cols-2 items-end gap-2 pb-4 sm:flex sm:flex-wrap"
    >
      <Labelled text={t('filters.actor')} className="sm:w-36">
        <TypedFilter
          value={filters.actor}
          placeholder={t('filters.actorHint')}
          maxLength={100}
          onChange={(actor) => onChange({ actor })}
        />
      </Labelled>
      <Labelled text={t('filters.action')} className="sm:w-52">
        <Select value={filters.action} onChange={({ target }) => onChange({ action: target.value })}>
          <option value="">{t('filters.anyAction')}</option>
          {actionGroups.map(({ group, actions }) => (
            <optgroup key={group} label={t(`filters.${group}`)}>
              {actions.map((action) => (
                <option key={action} value={action}>
                  {t(`actions.${action}`)}
                </option>
              ))}
            </optgroup>
          ))}
        </Select>
      </Labelled>
      <Labelled text={t('filters.tenant')} className="sm:w-36">
        <TypedFilter
          mono
          value={filters.tenant}
          placeholder={t('filters.tenantHint')}
          maxLength={64}
          onChange={(tenant) => onChange({ tenant })}
        />
      </Labelled>
      <Labelled text={t('filters.result')} className="sm:w-44">
        <Select value={filters.result} onChange={({ target }) => onChange({ result: target.value })}>
          <option value="">{t('filters.anyResult')}</option>
          <option value="done">{t('filters.done')}</option>
          <option value="failed">{t('filters.failed')}</option>
          {codes.map((code) => (
            <option key={code} value={code}>
              {t(`results.${code}`)}
            </option>
          ))}
        </Select>
      </Labelled>
      <Labelled text={t('filters.range')} className="sm:w-36">
        <Select value={filters.range} onChange={({ target }) => onChange({ range: target.value as Range })}>
          {ranges.map((range) => (
            <option key={range} value={range}>
              {t(`ranges.${range}`)}
            </option>
          ))}
        </Select>
      </Labelled>
      {filters.range === 'between' ? (
        <>
          <Labelled text={t('filters.from')}>
            <Instant value={filters.from} onChange={(from) => onChange({ from })} />
          </Labelled>
          <Labelled text={t('filters.to')}>
            <Instant value={filters.to} onChange={(to) => onChange({ to })} />
          </Labelled>
        </>
      ) : null}
      {isUnfiltered(filters) ? null : (
        <Button variant="quiet" onClick={onClear} className="max-sm:justify-self-start">
          <X aria-hidden />
          {t('filters.clear')}
        </Button>
      )}
    </form>
  )
}

const codes = Object.keys(outcomes).toSorted() as (keyof typeof outcomes)[]

const Labelled = ({
  text,
  className,
  children,
}: {
  text: string
  className?: string
  children: ReactNode
}) => (
  <label className={className}>
    <span className="mb-0.5 block text-xs text-ink-3">{text}</span>
    {children}
  </label>
)

const Instant = ({ value, onChange }: { value: Date | null; onChange: (value: Date | null) => void }) => (
  <Input
    type="datetime-local"
    // The server does not know the reader's time zone; the browser's value counts.
    suppressHydrationWarning
    value={toLocalInput(value)}
    onChange={({ target }) => onChange(fromLocalInput(target.value))}
  />
)
