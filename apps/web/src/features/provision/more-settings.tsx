'use client'

import type { SettingKey } from '@pilot/contract'
import { ChevronRight } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useFormContext } from 'react-hook-form'
import { useSettingWords } from '../../i18n/use-setting-words.ts'
import { SettingGroups } from '../../shared/tenant-form/setting-groups.tsx'
import type { NewTenantValues } from '../../shared/tenant-form/read-new.ts'

/** What has a good default, folded until somebody asks for it or has written a fault there. */
export const MoreSettings = ({ keys }: { keys: readonly SettingKey[] }) => {
  const t = useTranslations('provision')
  const wordsOf = useSettingWords()
  const { errors } = useFormContext<NewTenantValues>().formState
  const [isOpen, setOpen] = useState(false)
  const hasFault = keys.some((key) => errors.texts?.[key] ?? errors.lists?.[key] ?? errors.maps?.[key])
  return (
    <details
      open={isOpen || hasFault}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
      className="group border-t pt-3"
    >
      <summary className="flex list-none items-center gap-1 rounded-sm text-sm font-medium [&::-webkit-details-marker]:hidden">
        <ChevronRight
          aria-hidden
          className="size-4 shrink-0 text-ink-3 transition-transform group-open:rotate-90"
        />
        <span className="shrink-0">{t('more')}</span>
        <span className="truncate font-normal text-ink-3 group-open:invisible max-sm:hidden">
          {keys.map((key) => wordsOf(key).title).join(', ')}
        </span>
      </summary>
      <div className="flex flex-col gap-6 pt-4">
        <SettingGroups keys={keys}>
          {({ title, fields }) => (
            <fieldset>
              <legend className="mb-2 text-xs text-ink-3">{title}</legend>
              {fields}
            </fieldset>
          )}
        </SettingGroups>
      </div>
    </details>
  )
}
