'use client'

import type { TenantName } from '@pilot/contract'
import { useTranslations } from 'next-intl'
import { problemOf } from '../../client/problem-of.ts'
import { useOperation } from '../../client/use-operation.ts'
import { useToasts } from '../../components/toaster.tsx'
import { useFormats } from '../../i18n/use-formats.ts'

/** Runs the tenant's own wish once more, which mends what is missing and changes nothing else. */
export const useHeal = (name: TenantName) => {
  const t = useTranslations('tenant.toasts')
  const formats = useFormats()
  const toasts = useToasts()
  const { run, start } = useOperation()
  const heal = (): void => {
    start((agent, signal) => agent.createTenant({ name }, signal)).then(
      ({ state, problem, milliseconds, tenants }) => {
        const failed = problem ?? tenants.get(name)?.problem
        if (failed != null) toasts.failed(failed)
        else if (state === 'done')
          toasts.done(t('healed', { tenant: name, duration: formats.duration(milliseconds) }))
      },
      (error: unknown) => toasts.failed(problemOf(error)),
    )
  }
  return { heal, busy: run.state === 'running', run }
}
