'use client'

import { DeleteTenantInput, type TenantName } from '@pilot/contract'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useAgent } from '../../../client/agent.ts'
import type { TenantRun } from '../../../client/operation-run.ts'
import { problemOf } from '../../../client/problem-of.ts'
import { queryKeys } from '../../../client/query-keys.ts'
import { useOperation } from '../../../client/use-operation.ts'
import { Button } from '../../../components/button.tsx'
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx'
import { ProblemPanel } from '../../../components/problem-panel.tsx'
import { Section } from '../../../components/section.tsx'
import { SkeletonRows } from '../../../components/skeleton.tsx'
import { useToasts } from '../../../components/toaster.tsx'
import { useFormats } from '../../../i18n/use-formats.ts'
import { TenantPlan } from '../../../shared/plan/tenant-plan.tsx'
import { tabAddress } from '../tabs.ts'
import { problemIn } from '../use-power.ts'

interface DeleteTabProps {
  readonly name: TenantName
  /** It is gone already, and only its data is kept. */
  readonly deleted: boolean
}

/** Takes the tenant away, with or without its data: what that means, what will be done, and then doing it. */
export const DeleteTab = ({ name, deleted }: DeleteTabProps) => {
  const t = useTranslations('tenant.delete')
  const router = useRouter()
  const toasts = useToasts()
  const formats = useFormats()
  const cache = useQueryClient()
  const [purge, setPurge] = useState(deleted)
  const [asking, setAsking] = useState(false)
  const { run, start } = useOperation()
  const problem = run.state === 'failed' ? problemIn(run, name) : null
  const remove = async (): Promise<void> => {
    setAsking(false)
    const ended = await start((agent, signal) => agent.deleteTenant({ name, purge }, signal))
    if (ended.state !== 'done') return
    toasts.done(
      t(purge ? 'donePurged' : 'done', { tenant: name, duration: formats.duration(ended.milliseconds) }),
      purge ? undefined : t('kept'),
    )
    router.push('/tenants')
    void cache.invalidateQueries({ queryKey: queryKeys.lists })
  }
  const busy = run.state === 'running'
  return (
    <Section title={t('title')} description={t('description')}>
      <div className="flex max-w-3xl flex-col gap-5">
        <fieldset disabled={busy} className="flex flex-col gap-2">
          <legend className="sr-only">{t('title')}</legend>
          {deleted ? null : (
            <Choice
              checked={!purge}
              onChoose={() => setPurge(false)}
              title={t('keep')}
              text={t('keepHint', { name })}
            />
          )}
          <Choice
            checked={purge}
            onChoose={() => setPurge(true)}
            title={t('purge')}
            text={t('purgeHint', { name })}
          />
        </fieldset>
        <Plan name={name} purge={purge} run={run.tenants.get(name)} fixed={run.state !== 'idle'} />
        {problem === null ? null : <ProblemPanel problem={problem} />}
        <div className="flex gap-2">
          <Button variant="alarm" busy={busy} onClick={() => setAsking(true)}>
            {problem === null ? t(purge ? 'actionPurge' : 'action') : t('retry')}
          </Button>
          {busy ? null : (
            <Button asChild>
              <Link href={tabAddress(name, 'overview')}>{t('cancel')}</Link>
            </Button>
          )}
        </div>
      </div>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t(purge ? 'askPurge' : 'ask', { tenant: name })}
        description={purge ? t('purgeHint', { name }) : t('keepHint', { name })}
        action={t(purge ? 'actionPurge' : 'action')}
        typed={name}
        alarm
        onConfirm={() => void remove()}
      />
    </Section>
  )
}

interface ChoiceProps {
  readonly checked: boolean
  readonly onChoose: () => void
  readonly title: string
  readonly text: string
}

const Choice = ({ checked, onChoose, title, text }: ChoiceProps) => (
  <label className="flex cursor-pointer gap-3 rounded-md border px-3 py-2.5 has-checked:border-ink has-checked:bg-surface">
    <input
      type="radio"
      name="purge"
      checked={checked}
      onChange={onChoose}
      className="mt-0.5 size-4 accent-primary"
    />
    <span>
      <span className="block font-medium">{title}</span>
      <span className="block text-sm text-ink-2">{text}</span>
    </span>
  </label>
)

interface PlanProps {
  readonly name: TenantName
  readonly purge: boolean
  readonly run: TenantRun | undefined
  /** It has begun: the plan is that of before. */
  readonly fixed: boolean
}

const Plan = ({ name, purge, run, fixed }: PlanProps) => {
  const agent = useAgent()
  const input = DeleteTenantInput.parse({ name, purge })
  const { data, error } = useQuery({
    queryKey: ['planDelete', input],
    queryFn: ({ signal }) => agent.planDelete(input, signal),
    staleTime: fixed ? Infinity : 0,
    enabled: !fixed,
  })
  if (data !== undefined) return <TenantPlan plan={data} run={run} />
  return error === null ? <SkeletonRows rows={6} /> : <ProblemPanel problem={problemOf(error)} />
}
