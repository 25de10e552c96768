'use client'

import type { SetTenantInput } from '@pilot/contract'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useDeferredValue } from 'react'
import { useAgent } from '../../../client/agent.ts'
import type { TenantRun } from '../../../client/operation-run.ts'
import { problemOf } from '../../../client/problem-of.ts'
import { ProblemPanel } from '../../../components/problem-panel.tsx'
import { Refused } from '../../../shared/plan/refused.tsx'
import { TenantPlan } from '../../../shared/plan/tenant-plan.tsx'
import type { Change } from '../../../shared/tenant-form/read-change.ts'

interface SettingsPreviewProps {
  readonly change: Change
  readonly run: TenantRun | undefined
}

/** What a save would do, and what becomes of it. */
export const SettingsPreview = ({ change, run }: SettingsPreviewProps) => {
  const t = useTranslations('tenant.settings')
  const agent = useAgent()
  // Typing need not wait for the plan.
  const input = useDeferredValue(change.state === 'changed' ? JSON.stringify(change.input) : '')
  const { data, error, isPlaceholderData } = useQuery({
    queryKey: ['planSet', input],
    queryFn: ({ signal }) => agent.planSet(JSON.parse(input) as SetTenantInput, signal),
    enabled: input !== '' && run === undefined,
    placeholderData: keepPreviousData,
    staleTime: 0,
  })
  if (change.state === 'same') return <p className="min-h-9 text-ink-2">{t('noChange')}</p>
  if (change.state === 'faulty') return <p className="min-h-9 text-ink-2">{t('mendFirst')}</p>
  if (error !== null) return <ProblemPanel problem={problemOf(error)} />
  if (data === undefined) return <p className="min-h-9 animate-appear text-ink-2">{t('planning')}</p>
  return (
    <div aria-busy={isPlaceholderData}>
      {run === undefined ? <Refused plan={data} /> : null}
      <TenantPlan plan={data} run={run} />
    </div>
  )
}
