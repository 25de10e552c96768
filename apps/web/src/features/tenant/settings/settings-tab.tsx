'use client'

import { TenantName, type TenantStatus } from '@pilot/contract'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useMay } from '../../../client/me.tsx'
import { useSettingFacts } from '../../../shared/tenant-form/setting-facts.tsx'
import { FactList } from '../machine/fact-list.tsx'
import { SettingsEditor } from './settings-editor.tsx'

/** What is wished of the tenant, to read or to change. */
export const SettingsTab = ({ status }: { status: TenantStatus }) => {
  const mayChange = useMay('operator')
  // The form stands on the settings that it was opened with; a save begins a new one.
  const [edition, setEdition] = useState({ number: 0, spec: status.spec })
  const t = useTranslations('tenant.settings')
  if (status.state === 'deleted') return <p className="text-ink-2">{t('deleted')}</p>
  if (!mayChange) return <Settings status={status} />
  return (
    <SettingsEditor
      key={edition.number}
      name={TenantName.parse(status.name)}
      spec={edition.spec}
      current={status.spec}
      onReset={() => setEdition(({ number }) => ({ number: number + 1, spec: status.spec }))}
      onSaved={(spec) => setEdition(({ number }) => ({ number: number + 1, spec }))}
    />
  )
}

const Settings = ({ status: { spec } }: { status: TenantStatus }) => {
  const t = useTranslations('tenant.settings')
  const facts = useSettingFacts(spec, { whole: true })
  return (
    <>
      <p className="pb-4 text-ink-2">{t('viewer')}</p>
      <FactList facts={facts.map(({ title, value }) => [title, value])} />
    </>
  )
}
