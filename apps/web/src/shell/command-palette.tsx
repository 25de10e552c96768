'use client'

import { includesRole, PilotError, TenantName, type TenantStatus } from '@pilot/contract'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Command } from 'cmdk'
import { ExternalLink, FileText, Moon, Plus, ScrollText, Sun, UserRound } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { Dialog } from 'radix-ui'
import { useDeferredValue, useEffect, useState, type ReactNode } from 'react'
import { useAgent } from '../client/agent.ts'
import { useMe } from '../client/me.tsx'
import { problemOf } from '../client/problem-of.ts'
import { overlayLook, panelLook } from '../components/dialog.tsx'
import { returnFocus } from '../components/return-focus.ts'
import { classNames } from '../components/class-names.ts'
import { StateChip } from '../components/state-chip.tsx'
import { useToasts } from '../components/toaster.tsx'
import { pages } from './pages.ts'

interface CommandPaletteProps {
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
}

/** Ctrl+K or Cmd+K: each page, each tenant, and what can be done with it. */
export const CommandPalette = ({ open, onOpenChange }: CommandPaletteProps) => {
  const t = useTranslations('shell')
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey) return
      event.preventDefault()
      onOpenChange(!open)
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [open, onOpenChange])
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Overlay className={overlayLook} />
        <Dialog.Content
          {...returnFocus}
          aria-describedby={undefined}
          className={classNames(panelLook, 'max-w-xl')}
        >
          <Dialog.Title className="sr-only">{t('commands')}</Dialog.Title>
          <Palette onDone={() => onOpenChange(false)} />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

const Palette = ({ onDone }: { onDone: () => void }) => {
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
      <Command.List className="min-h-32 overflow-y-auto p-1.5">
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

interface EverythingProps {
  readonly text: string
  readonly onDone: () => void
  readonly onTenant: (tenant: TenantStatus) => void
}

const Everything = ({ text, onDone, onTenant }: EverythingProps) => {
  const t = useTranslations('shell')
  const me = useMe()
  const router = useRouter()
  const agent = useAgent()
  const search = useDeferredValue(text.trim())
  const found = useQuery({
    queryKey: ['palette', search],
    queryFn: ({ signal }) =>
      agent.list({ search, sort: 'name', descending: false, offset: 0, limit: 8, deleted: false }, signal),
    placeholderData: keepPreviousData,
  })
  const go = (href: string): void => {
    onDone()
    router.push(href)
  }
  const places = [
    ...pages
      .filter(({ role }) => includesRole(me.role, role))
      .map(({ id, href, icon }) => ({ id, href, icon })),
    { id: 'account', href: '/account', icon: UserRound } as const,
    ...(includesRole(me.role, 'operator')
      ? [{ id: 'newTenant', href: '/tenants/new', icon: Plus } as const]
      : []),
  ].filter(({ id }) => t(id).toLowerCase().includes(text.trim().toLowerCase()))
  const tenants = found.data?.tenants ?? []
  return (
    <>
      <Group heading={t('groupPages')} shown={places.length > 0}>
        {places.map(({ id, href, icon: Icon }) => (
          <Item key={id} value={`page ${id}`} onSelect={() => go(href)}>
            <Icon aria-hidden />
            {t(id)}
          </Item>
        ))}
      </Group>
      <Group heading={t('groupTenants')} shown={tenants.length > 0}>
        {tenants.map((tenant) => (
          <Item key={tenant.name} value={`tenant ${tenant.name}`} onSelect={() => onTenant(tenant)}>
            <span className="grow truncate font-mono text-sm">{tenant.name}</span>
            <StateChip state={tenant.state} className="text-sm" />
          </Item>
        ))}
      </Group>
      {places.length === 0 && tenants.length === 0 ? (
        <p role="status" className="px-2.5 py-6 text-center text-ink-2">
          {found.isFetching ? t('searching') : t('noMatch', { text })}
        </p>
      ) : null}
    </>
  )
}

const TenantActions = ({ tenant, onDone }: { tenant: TenantStatus; onDone: () => void }) => {
  const t = useTranslations('shell')
  const router = useRouter()
  const agent = useAgent()
  const toasts = useToasts()
  const mayOperate = includesRole(useMe().role, 'operator')
  const words = { tenant: tenant.name }
  const name = TenantName.parse(tenant.name)
  const go = (href: string) => () => {
    onDone()
    router.push(href)
  }
  const act = (call: Promise<unknown>, done: string): void => {
    onDone()
    call.then(
      () => toasts.done(done),
      (error: unknown) => {
        if (error instanceof PilotError) toasts.failed(problemOf(error))
      },
    )
  }
  const [url] = tenant.urls
  return (
    <Group heading={t('groupActions')} shown>
      <Item value={t('page', words)} onSelect={go(`/tenants/${tenant.name}`)}>
        <FileText aria-hidden />
        {t('page', words)}
      </Item>
      <Item value={t('logs', words)} onSelect={go(`/tenants/${tenant.name}?tab=logs`)}>
        <ScrollText aria-hidden />
        {t('logs', words)}
      </Item>
      {url === undefined ? null : (
        <Item
          value={t('open', words)}
          onSelect={() => {
            onDone()
            window.open(url, '_blank', 'noopener')
          }}
        >
          <ExternalLink aria-hidden />
          {t('open', words)}
        </Item>
      )}
      {mayOperate && tenant.state === 'asleep' ? (
        <Item value={t('wake', words)} onSelect={() => act(agent.wake({ name }), t('woken', words))}>
          <Sun aria-hidden />
          {t('wake', words)}
        </Item>
      ) : null}
      {mayOperate && (tenant.state === 'awake' || tenant.state === 'waking') ? (
        <Item value={t('sleep', words)} onSelect={() => act(agent.sleep({ name }), t('slept', words))}>
          <Moon aria-hidden />
          {t('sleep', words)}
        </Item>
      ) : null}
    </Group>
  )
}

const Group = ({ heading, shown, children }: { heading: string; shown: boolean; children: ReactNode }) =>
  shown ? (
    <Command.Group
      heading={heading}
      className="[&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:text-ink-3"
    >
      {children}
    </Command.Group>
  ) : null

interface ItemProps {
  readonly value: string
  readonly onSelect: () => void
  readonly children: ReactNode
}

const Item = ({ value, onSelect, children }: ItemProps) => (
  <Command.Item
    value={value}
    onSelect={onSelect}
    className="flex h-9 cursor-default items-center gap-2.5 rounded-md px-2.5 data-[selected=true]:bg-hover [&>svg]:size-4 [&>svg]:shrink-0 [&>svg]:text-ink-3"
  >
    {children}
  </Command.Item>
)
