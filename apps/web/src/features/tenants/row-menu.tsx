'use client'

import type { TenantStatus } from '@pilot/contract'
import {
  Ellipsis,
  ExternalLink,
  FileText,
  Moon,
  Pause,
  Play,
  ScrollText,
  Settings,
  Sun,
  Trash2,
  type LucideIcon,
} from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useMe } from '../../client/me.tsx'
import { Button } from '../../components/button.tsx'
import { Menu, MenuItem, MenuSeparator } from '../../components/menu.tsx'
import { actionsFor, type BulkAction } from '../../shared/tenant/actions.ts'

interface RowMenuProps {
  readonly tenant: TenantStatus
  readonly onAct: (action: BulkAction, tenant: TenantStatus) => void
}

/** What can be done with one tenant: only what the agent would not refuse. */
export const RowMenu = ({ tenant, onAct }: RowMenuProps) => {
  const t = useTranslations('tenants')
  const router = useRouter()
  const { role } = useMe()
  const page = `/tenants/${tenant.name}`
  const [url] = tenant.urls
  const actions = actionsFor(role, tenant)
  return (
    <Menu
      trigger={
        <Button
          variant="quiet"
          size="icon-small"
          tabIndex={-1}
          data-row-menu
          aria-label={t('menuOf', { tenant: tenant.name })}
        >
          <Ellipsis aria-hidden />
        </Button>
      }
    >
      <MenuItem onSelect={() => router.push(page)}>
        <FileText aria-hidden />
        {t('menu.page')}
      </MenuItem>
      {url === undefined || tenant.state === 'deleted' ? null : (
        <MenuItem asChild>
          <a href={url} target="_blank" rel="noopener">
            <ExternalLink aria-hidden />
            {t('menu.open')}
          </a>
        </MenuItem>
      )}
      <MenuItem onSelect={() => router.push(`${page}?tab=logs`)}>
        <ScrollText aria-hidden />
        {t('menu.logs')}
      </MenuItem>
      <MenuItem onSelect={() => router.push(`${page}?tab=settings`)}>
        <Settings aria-hidden />
        {t('menu.settings')}
      </MenuItem>
      {actions.length === 0 ? null : <MenuSeparator />}
      {actions.map((action) => {
        const Icon = icons[action]
        return (
          <MenuItem key={action} alarm={action === 'delete'} onSelect={() => onAct(action, tenant)}>
            <Icon aria-hidden />
            {t(`action.${action}`)}
          </MenuItem>
        )
      })}
    </Menu>
  )
}

export const icons: Record<BulkAction, LucideIcon> = {
  wake: Sun,
  sleep: Moon,
  suspend: Pause,
  resume: Play,
  delete: Trash2,
}
