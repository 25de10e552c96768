'use client'

import { settings, valueOfDomain } from '@pilot/contract'
import { useTranslations } from 'next-intl'
import { useFormContext } from 'react-hook-form'
import { useSettingWords } from '../../../i18n/use-setting-words.ts'
import { Folded } from '../folded.tsx'
import { useFormPlace } from '../form-context.tsx'
import { domainSettingsOf, listOfDomains, type SettingValues } from '../values.ts'
import { OneText } from './one-text.tsx'

const own = domainSettingsOf(settings)

/** What is said of one domain alone, folded below it. */
export const DomainSettings = ({ index, domain }: { index: number; domain: string }) => {
  const t = useTranslations('tenantForm')
  const wordsOf = useSettingWords()
  const { spec } = useFormPlace()
  const { getFieldState, formState } = useFormContext<SettingValues>()
  const path = `lists.${listOfDomains}.${index}.settings` as const
  if (own.length === 0) return null
  return (
    <Folded
      title={t('ofDomain')}
      about={own.map(([key]) => wordsOf(key).title).join(', ')}
      hasFault={getFieldState(path, formState).invalid}
      className="pb-2 text-xs text-ink-2"
    >
      <div className="ml-2 flex flex-col gap-2 border-l pt-2 pl-3">
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
    </Folded>
  )
}
