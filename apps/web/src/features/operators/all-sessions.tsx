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
import { ExactTime, RelativeTime } from '../../components/figures.tsx'
import { Section } from '../../components/section.tsx'
import { Table, TableBody, TableCell, TableHead, TableHeaderCell, TableRow } from '../../components/table.tsx'
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
  if (sessions.length === 0) return <p className="text-ink-2">{t('none')}</p>
  return (
    <Table>
      <TableHead>
        <tr>
          <TableHeaderCell className="pl-0">{t('operator')}</TableHeaderCell>
          <TableHeaderCell className="max-sm:hidden">{t('browser')}</TableHeaderCell>
          <TableHeaderCell className="max-md:hidden">{t('from')}</TableHeaderCell>
          <TableHeaderCell className="max-lg:hidden">{t('opened')}</TableHeaderCell>
          <TableHeaderCell>{t('seen')}</TableHeaderCell>
          <TableHeaderCell className="max-md:hidden">{t('ends')}</TableHeaderCell>
          <TableHeaderCell className="pr-0">
            <span className="sr-only">{t('end')}</span>
          </TableHeaderCell>
        </tr>
      </TableHead>
      <TableBody>
        {sessions.map((session) => (
          <Row key={session.id} session={session} busy={session.id === busy} onEnd={onEnd} />
        ))}
      </TableBody>
    </Table>
  )
}

interface RowProps {
  readonly session: Session
  readonly busy: boolean
  readonly onEnd: (session: Session) => void
}

const Row = ({ session, busy, onEnd }: RowProps) => {
  const t = useTranslations('operators.sessions')
  const { operator, address, createdAt, lastSeenAt, expiresAt, current } = session
  const from = address ?? t('unknownAddress')
  return (
    <TableRow data-session={session.id} data-operator={operator}>
      <TableCell className="pl-0 max-sm:py-2">
        <span className="flex items-center gap-2">
          <span className="font-mono text-sm">{operator}</span>
          {current ? <Badge>{t('current')}</Badge> : null}
        </span>
        <span className="block text-xs text-ink-2 sm:hidden">
          <BrowserWords session={session} /> · <Address session={session} />
        </span>
      </TableCell>
      <TableCell className="max-sm:hidden">
        <BrowserWords session={session} />
      </TableCell>
      <TableCell className="max-md:hidden">
        <Address session={session} />
      </TableCell>
      <TableCell className="text-ink-2 max-lg:hidden">
        <RelativeTime time={createdAt} />
      </TableCell>
      <TableCell className="text-ink-2">
        <RelativeTime time={lastSeenAt} />
      </TableCell>
      <TableCell className="text-ink-2 max-md:hidden">
        <ExactTime time={expiresAt} />
      </TableCell>
      <TableCell className="pr-0 text-right">
        <Button
          size="small"
          busy={busy}
          aria-label={t('endNamed', { operator, address: from })}
          onClick={() => onEnd(session)}
        >
          {t('end')}
        </Button>
      </TableCell>
    </TableRow>
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
