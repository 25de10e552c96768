'use client'

import type { Session } from '@pilot/contract'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useAgent } from '../../client/agent.ts'
import { problemOf } from '../../client/problem-of.ts'
import { queryKeys } from '../../client/query-keys.ts'
import { Badge } from '../../components/badge.tsx'
import { Button } from '../../components/button.tsx'
import { ExactTime, RelativeTime } from '../../components/figures.tsx'
import { Section } from '../../components/section.tsx'
import { Table, TableBody, TableCell, TableHead, TableHeaderCell, TableRow } from '../../components/table.tsx'
import { useToasts } from '../../components/toaster.tsx'
import { browserOf } from '../../shared/sessions/browser-of.ts'

export const OwnSessions = ({ initial }: { initial: readonly Session[] }) => {
  const t = useTranslations('account')
  const common = useTranslations('common')
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
      <Table>
        <TableHead>
          <tr>
            <TableHeaderCell className="pl-0">{t('browser')}</TableHeaderCell>
            <TableHeaderCell className="max-sm:hidden">{t('address')}</TableHeaderCell>
            <TableHeaderCell>{t('lastSeen')}</TableHeaderCell>
            <TableHeaderCell className="max-md:hidden">{t('ends')}</TableHeaderCell>
            <TableHeaderCell />
          </tr>
        </TableHead>
        <TableBody>
          {sessions.map((session) => (
            <TableRow key={session.id}>
              <TableCell className="pl-0">
                <span className="flex items-center gap-2">
                  {nameOf(session) ?? common('unknown')}
                  {session.current ? <Badge>{t('thisSession')}</Badge> : null}
                </span>
              </TableCell>
              <TableCell className="font-mono text-sm max-sm:hidden">{session.address ?? '–'}</TableCell>
              <TableCell>
                <RelativeTime time={session.lastSeenAt} />
              </TableCell>
              <TableCell className="max-md:hidden">
                <ExactTime time={session.expiresAt} />
              </TableCell>
              <TableCell className="pr-0 text-right">
                {session.current ? null : (
                  <Button
                    size="small"
                    aria-label={t('revokeSession', { address: session.address ?? '–' })}
                    onClick={() => revoke.mutate(session.id)}
                  >
                    {t('revoke')}
                  </Button>
                )}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Section>
  )
}

const nameOf = ({ userAgent }: Session): string | undefined => {
  const browser = browserOf(userAgent)
  if (browser === undefined) return undefined
  return browser.system === null ? browser.name : `${browser.name} · ${browser.system}`
}
