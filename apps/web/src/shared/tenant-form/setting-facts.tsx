'use client'

import { settingKeys, settings, valueOf, valueOfDomain, type Setting, type Values } from '@pilot/contract'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useSettingWords } from '../../i18n/use-setting-words.ts'
import { isAsked } from './asked.ts'
import { SettingValue } from './setting-value.tsx'
import { valuesOf } from './values.ts'

export interface SettingFact {
  readonly key: string
  readonly title: string
  readonly value: ReactNode
}

/** What stands of the settings, in the order of the table; `whole` tells also which there are none of, and each value. */
export const useSettingFacts = (wish: Values, { whole }: { whole: boolean }): SettingFact[] => {
  const none = useTranslations('tenantForm')('none')
  const wordsOf = useSettingWords()
  const typed = valuesOf(settings, wish)
  return settingKeys
    .filter((key) => isAsked(key, typed, false))
    .map((key) => ({ key, title: wordsOf(key).title, values: standing(wish, key, settings[key]) }))
    .filter(({ values }) => whole || values.length > 0)
    .map(({ key, title, values }) => ({
      key,
      title,
      value:
        values.length === 0
          ? none
          : values.map(({ domain, value }) => (
              <div key={domain}>
                {domain === '' ? null : <span className="mr-2 font-mono text-sm text-ink-2">{domain}</span>}
                <SettingValue settingKey={key} value={value} whole={whole} />
              </div>
            )),
    }))
}

/** The value of a tenant's setting under an empty domain; of a domain's setting the value of each that has one. */
const standing = (wish: Values, key: string, setting: Setting): { domain: string; value: unknown }[] => {
  const values =
    setting.of === 'tenant'
      ? [{ domain: '', value: valueOf(wish, key, setting) }]
      : Object.keys(wish['domainSettings'] ?? {}).map((domain) => ({
          domain,
          value: valueOfDomain(wish, domain, key),
        }))
  return values.filter(({ value }) => !isNothing(value))
}

const isNothing = (value: unknown): boolean =>
  value === undefined || (typeof value === 'object' && value !== null && Object.keys(value).length === 0)
