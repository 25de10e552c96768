'use client'

import type { TenantStatus } from '@pilot/contract'
import { useTranslations } from 'next-intl'
import { useFormats } from '../../../i18n/use-formats.ts'

/** What it takes right now. */
export const Now = ({ status: { pss, memoryCurrent, processes } }: { status: TenantStatus }) => {
  const t = useTranslations('tenant.figures')
  const formats = useFormats()
  const rests = processes.length === 0
  return (
    <dl className="flex flex-wrap gap-x-8 gap-y-1">
      <Amount label={t('pss')} hint={t('pssHint')} text={rests ? t('noProcess') : formats.bytes(pss)} />
      <Amount
        label={t('cgroup')}
        hint={t('cgroupHint')}
        text={rests && memoryCurrent === null ? t('noProcess') : formats.bytes(memoryCurrent)}
      />
    </dl>
  )
}

const Amount = ({ label, hint, text }: { label: string; hint: string; text: string }) => (
  <div className="min-w-28">
    <dt className="text-xs text-ink-3" title={hint}>
      {label}
    </dt>
    <dd className="text-lg font-medium">{text}</dd>
  </div>
)
