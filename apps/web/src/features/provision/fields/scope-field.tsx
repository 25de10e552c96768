'use client'

import { useTranslations } from 'next-intl'
import type { UseFormRegisterReturn } from 'react-hook-form'
import { RadioCard } from '../../../components/radio-card.tsx'

/** Whose manager runs the tenant's units, and what that means. */
export const ScopeField = ({ field }: { field: UseFormRegisterReturn }) => {
  const t = useTranslations('provision')
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1 text-sm font-medium">{t('scope')}</legend>
      <RadioCard {...field} value="system" title={t('scopeSystem')} about={t('scopeSystemAbout')} />
      <RadioCard {...field} value="user" title={t('scopeUser')} about={t('scopeUserAbout')} />
    </fieldset>
  )
}
