'use client'

import { capital, isSame, settingKeys, settings, valueOf, type Setting, type Values } from '@pilot/contract'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useSettingWords } from '../../../i18n/use-setting-words.ts'
import { SettingValue } from '../../../shared/tenant-form/setting-value.tsx'

/** What an entry of the audit was given besides the name: settings by their titles, anything else as it came. */
export const Given = ({ input }: { input: unknown }) => {
  const given = useGiven(input)
  if (given.length === 0) return null
  return (
    <ul className="mt-0.5 text-xs">
      {given.map(({ key, title, value }) => (
        <li key={key} className="flex gap-1.5">
          <span className="shrink-0 text-ink-3">{title}</span>
          <div className="min-w-0 break-all">{value}</div>
        </li>
      ))}
    </ul>
  )
}

interface GivenFact {
  readonly key: string
  readonly title: ReactNode
  readonly value: ReactNode
}

const useGiven = (input: unknown): GivenFact[] => {
  const wordsOf = useSettingWords()
  const none = useTranslations('tenantForm')('none')
  if (typeof input !== 'object' || input === null) return []
  const given = input as Values
  const told = settingKeys.flatMap((key) =>
    partsOf(key, settings[key]).map(({ field, sign }) => ({ key, field, sign })),
  )
  const toldFields = new Set<string>(told.map(({ field }) => field))
  return [
    ...told.flatMap(({ key, field, sign }): GivenFact[] => {
      const value = field === key ? valueOf(given, key, settings[key]) : given[field]
      if (value === undefined || isSame(value, [])) return []
      const shown =
        value === null ? (
          none
        ) : field === key || sign === '+' ? (
          <SettingValue settingKey={key} value={value} whole={false} />
        ) : (
          <span className="font-mono">{Array.isArray(value) ? value.join(', ') : JSON.stringify(value)}</span>
        )
      return [{ key: field, title: `${wordsOf(key).title}${sign === '' ? '' : ` ${sign}`}`, value: shown }]
    }),
    ...Object.entries(given)
      .filter(([field]) => !toldFields.has(field) && !toldElsewhere.has(field))
      .map(([field, value]) => ({
        key: field,
        title: <code className="font-mono">{field}</code>,
        value: <code className="font-mono">{JSON.stringify(value)}</code>,
      })),
  ]
}

/** The tenant is the page's own, and each limit is a setting. */
const toldElsewhere: ReadonlySet<string> = new Set(['name', 'limits'])

/** The fields that say something of a setting: itself, and what is added to it or taken from it. */
const partsOf = (key: string, { kind }: Setting): { field: string; sign: '' | '+' | '−' }[] => {
  const whole = { field: key, sign: '' } as const
  if (kind === 'list')
    return [whole, { field: `add${capital(key)}`, sign: '+' }, { field: `remove${capital(key)}`, sign: '−' }]
  if (kind === 'map')
    return [whole, { field: `set${capital(key)}`, sign: '+' }, { field: `unset${capital(key)}`, sign: '−' }]
  return [whole]
}
