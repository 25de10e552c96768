'use client'

import type { SettingKey } from '@pilot/contract'
import { useTranslations } from 'next-intl'
import { useFormContext } from 'react-hook-form'
import { useSettingWords } from '../../i18n/use-setting-words.ts'
import { Folded } from '../../shared/tenant-form/folded.tsx'
import type { NewTenantValues } from '../../shared/tenant-form/read-new.ts'
import { SettingGroups } from '../../shared/tenant-form/setting-groups.tsx'

/** What has a good default. */
export const MoreSettings = ({ keys }: { keys: readonly SettingKey[] }) => {
  const t = useTranslations('provision')
  const wordsOf = useSettingWords()
  const { texts, lists, maps } = useFormContext<NewTenantValues>().formState.errors
  return (
    <Folded
      title={t('more')}
      about={keys.map((key) => wordsOf(key).title).join(', ')}
      hasFault={keys.some((key) => texts?.[key] ?? lists?.[key] ?? maps?.[key])}
      className="border-t pt-3 text-sm font-medium"
    >
      <div className="flex flex-col gap-6 pt-4 text-base font-normal">
        <SettingGroups keys={keys}>
          {({ title, fields }) => (
            <fieldset>
              <legend className="mb-2 text-xs text-ink-3">{title}</legend>
              {fields}
            </fieldset>
          )}
        </SettingGroups>
      </div>
    </Folded>
  )
}
