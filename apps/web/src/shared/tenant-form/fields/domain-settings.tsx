'use client'

import { settings, valueOfDomain } from '@pilot/contract'
import { ChevronRight } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useFormContext } from 'react-hook-form'
import { useSettingWords } from '../../../i18n/use-setting-words.ts'
import { useFormPlace } from '../form-context.tsx'
import { domainSettingsOf, listOfDomains, type SettingValues } from '../values.ts'
import { OneText } from './one-text.tsx'

/** What is said of one domain alone, folded below it. */
export const DomainSettings = ({ index, domain }: { index: number; domain: string }) => {
  const t = useTranslations('tenantForm')
  const wordsOf = useSettingWords()
  const { spec } = useFormPlace()
  const path = `lists.${listOfDomains}.${index}.settings` as const
  const [isOpen, setOpen] = useState(false)
  const own = domainSettingsOf(settings)
  const { getFieldState, formState } = useFormContext<SettingValues>()
  const hasFault = getFieldState(path, formState).invalid
  if (own.length === 0) return null
  return (
    <details
      open={isOpen || hasFault}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
      className="group pb-2"
    >
      <summary className="flex list-none items-center gap-1 rounded-sm text-xs text-ink-2 [&::-webkit-details-marker]:hidden">
        <ChevronRight aria-hidden className="size-3.5 text-ink-3 transition-transform group-open:rotate-90" />
        {t('ofDomain')}
        <span className="text-ink-3">{own.map(([key]) => wordsOf(key).title).join(', ')}</span>
      </summary>
      <div className="ml-1.5 flex flex-col gap-2 border-l pt-2 pl-3">
        {own.map(([key, setting]) => (
          <OneText
            key={key}
            path={`${path}.${key}`}
            setting={setting}
            words={wordsOf(key)}
            stands={valueOfDomain(spec ?? {}, domain, key) !== undefined}
          />
        ))}
      </div>
    </details>
  )
}
