'use client'

import type { Session } from '@pilot/contract'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useAgent } from '../../client/agent.ts'
import { problemOf } from '../../client/problem-of.ts'
import { queryKeys } from '../../client/query-keys.ts'
import { Badge } from '../../components/badge.tsx'
import { Button } from '../../components/button.tsx'
import { ConfirmDialog } from '../../components/confirm-dialog.tsx'
import { DataTable } from '../../components/data-table.tsx'
import { ExactTime, RelativeTime } from '../../components/figures.tsx'
import { Section } from '../../components/section.tsx'
import { useToasts } from '../../components/toaster.tsx'
import { browserOf } from '../../shared/sessions/browser-of.ts'

const everybody = { all: true } as const

/** The sessions of all operators; each can be ended. */
export const AllSessions = ({ initial }: { initial: readonly Session[] }) => {
  const t = useTranslations('operators.sessions')
  const agent = useAgent()
  const cache = useQueryClient()
  const toasts = useToasts()
  const [own, setOwn] = useState<Session | null>(null)
  const { data: sessions } = useQuery({
    queryKey: queryKeys.sessions(everybody),
    queryFn: ({ signal }) => agent.sessions(everybody, signal),
    initialData: initial,
    refetchInterval: 10_000,
  })
  const revoke = useMutation({
    mutationFn: ({ id }: Session) => agent.revokeSession({ id }),
    onSuccess: (_, { operator }) => toasts.done(t('ended', { operator })),
    onError: (error) => toasts.failed(problemOf(error)),
    onSettled: () => cache.invalidateQueries({ queryKey: queryKeys.sessions(everybody) }),
  })
  return (
    <Section title={t('title')} description={t('about')}>
      <SessionTable
        sessions={sessions}
        busy={revoke.isPending ? revoke.variables.id : null}
        onEnd={(session) => (session.current ? setOwn(session) : revoke.mutate(session))}
      />
      <ConfirmDialog
        open={own !== null}
        onOpenChange={() => setOwn(null)}
        title={t('endTitle')}
        description={t('endAbout')}
        action={t('end')}
        busy={revoke.isPending}
        onConfirm={() => {
          if (own !== null) revoke.mutate(own)
        }}
      />
    </Section>
  )
}

interface SessionTableProps {
  readonly sessions: readonly Session[]
  /** The id of the session that is being ended. */
  readonly busy: string | null
  readonly onEnd: (session: Session) => void
}

const SessionTable = ({ sessions, busy, onEnd }: SessionTableProps) => {
  const t = useTranslations('operators.sessions')
  return (
    <DataTable
      rows={sessions}
      keyOf={({ id }) => id}
      rowProps={({ id, operator }) => ({ 'data-session': id, 'data-operator': operator })}
      empty={t('none')}
      columns={[
        {
          key: 'operator',
          head: t('operator'),
          cellClassName: 'max-sm:py-2',
          cell: (session) => (
            <>
              <span className="flex items-center gap-2">
                <span className="font-mono text-sm">{session.operator}</span>
                {session.current ? <Badge>{t('current')}</Badge> : null}
              </span>
              <span className="block text-xs text-ink-2 sm:hidden">
                <BrowserWords session={session} /> · <Address session={session} />
              </span>
            </>
          ),
        },
        {
          key: 'browser',
          head: t('browser'),
          from: 'sm',
          cell: (session) => <BrowserWords session={session} />,
        },
        { key: 'from', head: t('from'), from: 'md', cell: (session) => <Address session={session} /> },
        {
          key: 'opened',
          head: t('opened'),
          from: 'lg',
          cellClassName: 'text-ink-2',
          cell: ({ createdAt }) => <RelativeTime time={createdAt} />,
        },
        {
          key: 'seen',
          head: t('seen'),
          cellClassName: 'text-ink-2',
          cell: ({ lastSeenAt }) => <RelativeTime time={lastSeenAt} />,
        },
        {
          key: 'ends',
          head: t('ends'),
          from: 'md',
          cellClassName: 'text-ink-2',
          cell: ({ expiresAt }) => <ExactTime time={expiresAt} />,
        },
        {
          key: 'end',
          head: t('end'),
          headHidden: true,
          cellClassName: 'text-right',
          cell: (session) => (
            <Button
              size="small"
              busy={session.id === busy}
              aria-label={t('endNamed', {
                operator: session.operator,
                address: session.address ?? t('unknownAddress'),
              })}
              onClick={() => onEnd(session)}
            >
              {t('end')}
            </Button>
          ),
        },
      ]}
    />
  )
}

const Address = ({ session: { address } }: { session: Session }) => {
  const t = useTranslations('operators.sessions')
  return address === null ? (
    <span className="text-ink-3">{t('unknownAddress')}</span>
  ) : (
    <span className="font-mono text-sm max-sm:text-xs">{address}</span>
  )
}

const BrowserWords = ({ session: { userAgent } }: { session: Session }) => {
  const t = useTranslations('operators.sessions')
  const browser = browserOf(userAgent)
  return (
    <span title={userAgent ?? undefined}>
      {browser === undefined
        ? t('unknownBrowser')
        : browser.system === null
          ? browser.name
          : t('browserOn', { name: browser.name, system: browser.system })}
    </span>
  )
}
