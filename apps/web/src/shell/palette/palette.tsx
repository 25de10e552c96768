'use client'

import type { TenantStatus } from '@pilot/contract'
import { Command } from 'cmdk'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Everything } from './everything.tsx'
import { TenantActions } from './tenant-actions.tsx'

export const Palette = ({ onDone }: { onDone: () => void }) => {
  const t = useTranslations('shell')
  const [text, setText] = useState('')
  const [tenant, setTenant] = useState<TenantStatus | null>(null)
  return (
    <Command
      label={t('commands')}
      loop
      shouldFilter={tenant !== null}
      className="flex min-h-0 flex-col"
      onKeyDown={(event) => {
        if (event.key !== 'Backspace' || text !== '' || tenant === null) return
        event.preventDefault()
        setTenant(null)
      }}
    >
      <div className="flex items-center gap-2 border-b px-4">
        {tenant === null ? null : (
          <span className="rounded-sm bg-hover px-1.5 py-0.5 font-mono text-sm">{tenant.name}</span>
        )}
        <Command.Input
          value={text}
          onValueChange={setText}
          placeholder={t('commandsHint')}
          className="h-11 grow bg-transparent outline-none placeholder:text-ink-3"
        />
      </div>
      <Command.List label={t('commands')} className="min-h-32 overflow-y-auto p-1.5">
        {tenant === null ? (
          <Everything
            text={text}
            onDone={onDone}
            onTenant={(chosen) => {
              setTenant(chosen)
              setText('')
            }}
          />
        ) : (
          <TenantActions tenant={tenant} onDone={onDone} />
        )}
      </Command.List>
    </Command>
  )
}
