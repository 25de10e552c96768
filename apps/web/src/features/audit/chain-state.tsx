'use client'

import { useQuery } from '@tanstack/react-query'
import { Link2, Unlink } from 'lucide-react'
import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { useAgent } from '../../client/agent.ts'
import { queryKeys } from '../../client/query-keys.ts'

/** Whether every entry still fits to the one before, as the agent's check found it. */
export const ChainState = () => {
  const t = useTranslations('audit.chain')
  const agent = useAgent()
  const { data, error } = useQuery({
    queryKey: queryKeys.check,
    queryFn: ({ signal }) => agent.check({}, signal),
  })
  const findings = data?.filter(({ id }) => id.startsWith('audit.'))
  // The line has its height from the beginning, so that nothing jumps when the answer is there.
  return (
    <p className="mt-1 flex min-h-5 items-center gap-1.5 text-sm" data-chain={stateOf(findings)}>
      {findings === undefined ? (
        error === null ? null : (
          <span className="text-ink-3">{t('unknown')}</span>
        )
      ) : stateOf(findings) === 'whole' ? (
        <>
          <Link2 aria-hidden className="size-4 text-ink-3" />
          {t('whole')}
        </>
      ) : (
        <>
          <Unlink aria-hidden className="size-4 text-alarm-ink" />
          <span className="font-medium text-alarm-ink">{t('broken')}</span>
          <Link href="/host" className="underline underline-offset-2">
            {t('toHost')}
          </Link>
        </>
      )}
    </p>
  )
}

const stateOf = (findings: readonly { readonly level: string }[] | undefined): string =>
  findings === undefined || findings.length === 0
    ? 'unknown'
    : findings.every(({ level }) => level === 'ok')
      ? 'whole'
      : 'broken'
