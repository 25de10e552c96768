'use client'

import type { TenantName, TenantStatus } from '@pilot/contract'
import { useTranslations } from 'next-intl'
import { useMay } from '../../client/me.tsx'
import { problemOf } from '../../client/problem-of.ts'
import { ProblemPanel } from '../../components/problem-panel.tsx'
import { SkeletonRows } from '../../components/skeleton.tsx'
import { Tabs } from '../../components/tabs.tsx'
import { DeleteTab } from './delete/delete-tab.tsx'
import { TenantHeader } from './header/tenant-header.tsx'
import { HistoryTab } from './history/history-tab.tsx'
import { LastLine } from './logs/last-line.tsx'
import { LogsTab } from './logs/logs-tab.tsx'
import { DatabaseTab } from './machine/database-tab.tsx'
import { SandboxTab } from './machine/sandbox-tab.tsx'
import { OverviewTab } from './overview/overview-tab.tsx'
import { SettingsTab } from './settings/settings-tab.tsx'
import { tabAddress, tenantTabs, type TenantTab } from './tabs.ts'
import { TenantGone } from './tenant-gone.tsx'
import { DayStrip } from './timeline/day-strip.tsx'
import { useTenant, useWakes } from './use-tenant.ts'

interface TenantPageProps {
  readonly name: TenantName
  readonly tab: TenantTab
}

/** One tenant: how it is, what it did, and everything about it that stands on the machine. */
export const TenantPage = ({ name, tab }: TenantPageProps) => {
  const t = useTranslations('tenant')
  const { data: status, error } = useTenant(name)
  const { data: wakes = [], dataUpdatedAt: readAt } = useWakes(name)
  const problem = error === null ? null : problemOf(error)
  if (tab !== 'delete' && problem?.code === 'tenant-not-found') return <TenantGone name={name} />
  if (status === undefined) return problem === null ? <SkeletonRows /> : <ProblemPanel problem={problem} />
  return (
    <>
      <TenantHeader status={status} wakes={wakes} />
      {problem === null || problem.code === 'tenant-not-found' ? null : (
        <ProblemPanel problem={problem} className="mb-5" />
      )}
      {status.problem === null ? null : <ProblemPanel problem={status.problem} className="mb-5" />}
      {status.state === 'failing' ? <LastLine name={name} /> : null}
      <DayStrip status={status} wakes={wakes} readAt={readAt} />
      <Tabs
        label={t('tabs.label')}
        current={tab}
        tabs={tenantTabs.map((id) => ({ id, label: t(`tabs.${id}`), href: tabAddress(name, id) }))}
      />
      <div className="pt-6">
        <Tab tab={tab} status={status} name={name} />
      </div>
    </>
  )
}

interface TabProps extends TenantPageProps {
  readonly status: TenantStatus
}

const Tab = ({ tab, name, status }: TabProps) => {
  const mayChange = useMay('operator')
  switch (tab) {
    case 'overview':
      return <OverviewTab status={status} />
    case 'logs':
      return <LogsTab name={name} />
    case 'settings':
      return <SettingsTab status={status} />
    case 'database':
      return <DatabaseTab name={name} />
    case 'sandbox':
      return <SandboxTab name={name} limits={status.spec.limits} />
    case 'history':
      return <HistoryTab name={name} />
    case 'delete':
      return mayChange ? <DeleteTab name={name} deleted={status.state === 'deleted'} /> : null
  }
}
