'use client'

import { TenantName, type TenantStatus, type Wake } from '@pilot/contract'
import { ChevronRight, Ellipsis, ExternalLink, Moon, Pause, Play, Sun, Trash2, Wrench } from 'lucide-react'
import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useMe } from '../../../client/me.tsx'
import { Button } from '../../../components/button.tsx'
import { Menu, MenuItem, MenuSeparator } from '../../../components/menu.tsx'
import { StateChip } from '../../../components/state-chip.tsx'
import { actionsFor, type BulkAction } from '../../../shared/tenant/actions.ts'
import { Reason } from '../../../shared/tenant/reason.tsx'
import { useHeal } from '../../../shared/tenant/use-heal.ts'
import { usePower } from '../use-power.ts'

interface TenantHeaderProps {
  readonly status: TenantStatus
  readonly wakes: readonly Wake[]
}

/** Who it is, how it is and why, and what can be done with it now. */
export const TenantHeader = ({ status, wakes }: TenantHeaderProps) => {
  const t = useTranslations('tenant.header')
  return (
    <header className="pb-5">
      <nav aria-label={t('breadcrumb')} className="flex items-center gap-1 pb-1 text-sm text-ink-3">
        <Link href="/tenants" className="rounded-sm hover:text-ink">
          {t('tenants')}
        </Link>
        <ChevronRight aria-hidden className="size-3.5" />
      </nav>
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="min-w-0">
          <h1 className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
            <span className="font-mono text-xl font-semibold tracking-tight break-all">{status.name}</span>
            <StateChip state={status.state} className="text-base" />
          </h1>
          <p className="mt-1 min-h-5 text-ink-2" data-testid="reason">
            <Reason status={status} wakes={wakes} brief />
          </p>
        </div>
        <Actions status={status} />
      </div>
    </header>
  )
}

const Actions = ({ status }: { status: TenantStatus }) => {
  const t = useTranslations('tenant.header')
  const router = useRouter()
  const { role } = useMe()
  const name = TenantName.parse(status.name)
  const { act, busy } = usePower(name)
  const { heal, busy: healing } = useHeal(name)
  const able = new Set<BulkAction>(actionsFor(role, status))
  const [url] = status.urls
  const canHeal = able.has('delete') && ['degraded', 'partial', 'deleted'].includes(status.state)
  const button = (action: 'wake' | 'sleep' | 'resume', Icon: typeof Sun) => (
    <Button
      variant={action === 'sleep' ? 'plain' : 'primary'}
      busy={busy === action}
      disabled={busy !== null}
      onClick={() => act(action)}
      className="min-w-28"
    >
      <Icon aria-hidden />
      {t(action)}
    </Button>
  )
  return (
    <div className="flex flex-wrap items-center gap-2">
      {url === undefined || status.state === 'deleted' ? null : (
        <Button asChild>
          <a href={url} target="_blank" rel="noreferrer">
            <ExternalLink aria-hidden />
            {t('open')}
          </a>
        </Button>
      )}
      {canHeal ? (
        <Button variant="primary" busy={healing} onClick={heal}>
          <Wrench aria-hidden />
          {t(status.state === 'deleted' ? 'restore' : status.state === 'partial' ? 'complete' : 'retry')}
        </Button>
      ) : able.has('resume') ? (
        button('resume', Play)
      ) : able.has('sleep') || busy === 'sleep' ? (
        button('sleep', Moon)
      ) : able.has('wake') ? (
        button('wake', Sun)
      ) : null}
      {able.has('delete') ? (
        <Menu
          trigger={
            <Button size="icon" aria-label={t('more')}>
              <Ellipsis aria-hidden />
            </Button>
          }
        >
          {able.has('suspend') ? (
            <MenuItem disabled={busy !== null} onSelect={() => act('suspend')}>
              <Pause aria-hidden />
              {t('suspend')}
            </MenuItem>
          ) : null}
          {able.has('resume') && canHeal ? (
            <MenuItem disabled={busy !== null} onSelect={() => act('resume')}>
              <Play aria-hidden />
              {t('resume')}
            </MenuItem>
          ) : null}
          <MenuItem onSelect={heal}>
            <Wrench aria-hidden />
            {t('heal')}
          </MenuItem>
          <MenuSeparator />
          <MenuItem alarm onSelect={() => router.push(`/tenants/${status.name}?tab=delete`)}>
            <Trash2 aria-hidden />
            {t('delete')}
          </MenuItem>
        </Menu>
      ) : null}
    </div>
  )
}
