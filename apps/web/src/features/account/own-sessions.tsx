'use client'

import type { Session } from '@pilot/contract'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useAgent } from '../../client/agent.ts'
import { problemOf } from '../../client/problem-of.ts'
import { queryKeys } from '../../client/query-keys.ts'
import { Badge } from '../../components/badge.tsx'
import { Button } from '../../components/button.tsx'
import { DataTable } from '../../components/data-table.tsx'
import { ExactTime, RelativeTime } from '../../components/figures.tsx'
import { Section } from '../../components/section.tsx'
import { useToasts } from '../../components/toaster.tsx'
import { browserOf } from '../../shared/sessions/browser-of.ts'

export const OwnSessions = ({ initial }: { initial: readonly Session[] }) => {
  const t = useTranslations('account')
  const agent = useAgent()
  const cache = useQueryClient()
  const toasts = useToasts()
  const { data: sessions } = useQuery({
    queryKey: queryKeys.sessions({}),
    queryFn: ({ signal }) => agent.sessions({ all: false }, signal),
    initialData: initial,
  })
  const revoke = useMutation({
    mutationFn: (id: string) => agent.revokeSession({ id }),
    onSuccess: () => {
      toasts.done(t('sessionRevoked'))
      void cache.invalidateQueries({ queryKey: queryKeys.sessions({}) })
    },
    onError: (error) => toasts.failed(problemOf(error)),
  })
  return (
    <Section title={t('sessionsTitle')} description={t('sessionsAbout')}>
      <SessionTable sessions={sessions} onRevoke={(id) => revoke.mutate(id)} />
    </Section>
  )
}

interface SessionTableProps {
  readonly sessions: readonly Session[]
  readonly onRevoke: (id: string) => void
}

const SessionTable = ({ sessions, onRevoke }: SessionTableProps) => {
  const t = useTranslations('account')
  const common = useTranslations('common')
  return (
    <DataTable
      rows={sessions}
      keyOf={({ id }) => id}
      columns={[
        {
          key: 'browser',
          head: t('browser'),
          cell: (session) => (
            <span className="flex items-center gap-2">
              {nameOf(session) ?? common('unknown')}
              {session.current ? <Badge>{t('thisSession')}</Badge> : null}
            </span>
          ),
        },
        {
          key: 'address',
          head: t('address'),
          from: 'sm',
          cellClassName: 'font-mono text-sm',
          cell: ({ address }) => address ?? '–',
        },
        {
          key: 'seen',
          head: t('lastSeen'),
          cell: ({ lastSeenAt }) => <RelativeTime time={lastSeenAt} />,
        },
        {
          key: 'ends',
          head: t('ends'),
          from: 'md',
          cell: ({ expiresAt }) => <ExactTime time={expiresAt} />,
        },
        {
          key: 'revoke',
          head: t('revoke'),
          headHidden: true,
          cellClassName: 'text-right',
          cell: ({ id, current, address }) =>
            current ? null : (
              <Button
                size="small"
                aria-label={t('revokeSession', { address: address ?? '–' })}
                onClick={() => onRevoke(id)}
              >
                {t('revoke')}
              </Button>
            ),
        },
      ]}
    />
  )
}

const nameOf = ({ userAgent }: Session): string | undefined => {
  const browser = browserOf(userAgent)
  if (browser === undefined) return undefined
  return browser.system === null ? browser.name : `${browser.name} · ${browser.system}`
}
