'use client'

import type { TenantName, TenantState, TenantStatus } from '@pilot/contract'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useAgent } from '../../client/agent.ts'
import type { OperationRun } from '../../client/operation-run.ts'
import { problemOf } from '../../client/problem-of.ts'
import { useOperation } from '../../client/use-operation.ts'
import { useToasts } from '../../components/toaster.tsx'
import { useFormats } from '../../i18n/use-formats.ts'
import type { PowerAction } from '../../shared/tenant/actions.ts'
import { mergeStatus } from './merge-status.ts'
import { detailsKey } from './queries.ts'

/** Wakes, puts to sleep, suspends and resumes, and tells how long it took. */
export const usePower = (name: TenantName) => {
  const t = useTranslations('tenant.toasts')
  const formats = useFormats()
  const toasts = useToasts()
  const agent = useAgent()
  const cache = useQueryClient()
  const { start } = useOperation()
  const [busy, setBusy] = useState<PowerAction | null>(null)

  const power = async (action: 'wake' | 'sleep'): Promise<void> => {
    const before = cache.getQueryData<TenantStatus>(detailsKey(name))
    // A start is asked for at once and can be shown; whether a program ends in time nobody knows before.
    if (action === 'wake' && before !== undefined) show({ ...before, state: 'waking' satisfies TenantState })
    try {
      const { answer, milliseconds } = await timed(agent[action]({ name }))
      cache.setQueryData(detailsKey(name), answer)
      toasts.done(t(action, { tenant: name, duration: formats.duration(milliseconds) }))
    } catch (error) {
      if (before !== undefined) show(before)
      void cache.invalidateQueries({ queryKey: detailsKey(name) })
      throw error
    }
  }

  const show = (status: TenantStatus): void => {
    cache.setQueryData<TenantStatus>(detailsKey(name), (known) => mergeStatus(known, status))
  }

  const switchOff = async (action: 'suspend' | 'resume'): Promise<void> => {
    const run = await start((agent, signal) => agent[action]({ name }, signal))
    const problem = problemIn(run, name)
    if (problem !== null) toasts.failed(problem)
    else if (run.state === 'done')
      toasts.done(t(action, { tenant: name, duration: formats.duration(run.milliseconds) }))
  }

  const act = (action: PowerAction): void => {
    setBusy(action)
    const done = action === 'wake' || action === 'sleep' ? power(action) : switchOff(action)
    done
      .catch((error: unknown) => {
        const problem = problemOf(error)
        if (problem.code !== 'sign-in-required') toasts.failed(problem)
      })
      .finally(() => setBusy(null))
  }
  return { act, busy }
}

const timed = async <Answer>(call: Promise<Answer>) => {
  const began = performance.now()
  const answer = await call
  return { answer, milliseconds: performance.now() - began }
}

/** What stopped a run or one of its steps; null where nothing did. */
export const problemIn = (run: OperationRun, name: string) =>
  run.problem ?? run.tenants.get(name)?.problem ?? null
