'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useCallback, useRef, useState } from 'react'
import { useAgent } from '../../client/agent.ts'
import { queryKeys } from '../../client/query-keys.ts'
import { useToasts } from '../../components/toaster.tsx'
import { useProblemText } from '../../i18n/use-problem-text.ts'
import { actBy } from './act.ts'
import type { BulkAction } from '../../shared/tenant/actions.ts'
import { runBulk, type BulkProgress } from './bulk.ts'

export interface BulkRun extends BulkProgress {
  readonly action: BulkAction
}

/** Does one thing to many tenants, shows how far it is, and tells at the end what became of it. */
export const useBulk = () => {
  const t = useTranslations('tenants.bulk')
  const agent = useAgent()
  const cache = useQueryClient()
  const toasts = useToasts()
  const problemText = useProblemText()
  const [run, setRun] = useState<BulkRun | null>(null)
  const controller = useRef<AbortController>(undefined)

  const start = async (
    action: BulkAction,
    names: readonly string[],
    options?: { purge: boolean },
  ): Promise<void> => {
    const own = new AbortController()
    controller.current = own
    const end = await runBulk({
      names,
      act: actBy(agent, action, options),
      signal: own.signal,
      onProgress: (progress) => setRun({ ...progress, action }),
    })
    void cache.invalidateQueries({ queryKey: queryKeys.lists })
    const [first] = end.failures
    const [name] = names
    const left = end.total - end.done - end.failures.length
    if (end.total === 1 && first !== undefined) toasts.failed(first.problem)
    else if (end.total === 1 && name !== undefined) toasts.done(t(`one.${action}`, { tenant: name }))
    else
      toasts.done(
        [
          t(`many.${action}`, { count: end.done }),
          ...(end.failures.length > 0 ? [t('failed', { count: end.failures.length })] : []),
          ...(left > 0 ? [t('notBegun', { count: left })] : []),
        ].join(', '),
        first && `${first.name}: ${problemText(first.problem).what}`,
      )
    // What failed stays to be read; all else has been said.
    setRun((run) => (end.failures.length > 0 && end.total > 1 ? run : null))
  }

  const stop = useCallback(() => controller.current?.abort(), [])
  const dismiss = useCallback(() => setRun(null), [])
  return { run, start, stop, dismiss }
}
