'use client'

import type { ApiToken, Role } from '@pilot/contract'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useAgent } from '../../client/agent.ts'
import { problemOf } from '../../client/problem-of.ts'
import { queryKeys } from '../../client/query-keys.ts'
import { Button } from '../../components/button.tsx'
import { ConfirmDialog } from '../../components/confirm-dialog.tsx'
import { ExactTime, RelativeTime } from '../../components/figures.tsx'
import { Section } from '../../components/section.tsx'
import { Table, TableBody, TableCell, TableHead, TableHeaderCell, TableRow } from '../../components/table.tsx'
import { useToasts } from '../../components/toaster.tsx'
import { NewToken } from './new-token.tsx'

export const OwnTokens = ({ initial, role }: { initial: readonly ApiToken[]; role: Role }) => {
  const t = useTranslations('account')
  const agent = useAgent()
  const [making, setMaking] = useState(false)
  const [revoking, setRevoking] = useState<ApiToken | null>(null)
  const { data: tokens } = useQuery({
    queryKey: queryKeys.tokens({}),
    queryFn: ({ signal }) => agent.tokens({ all: false }, signal),
    initialData: initial,
  })
  return (
    <Section
      title={t('tokensTitle')}
      description={t('tokensAbout')}
      actions={<Button onClick={() => setMaking(true)}>{t('tokenNew')}</Button>}
    >
      {tokens.length === 0 ? (
        <p className="text-ink-2">{t('tokenNone')}</p>
      ) : (
        <TokenTable tokens={tokens} onRevoke={setRevoking} />
      )}
      <NewToken open={making} role={role} onClose={() => setMaking(false)} />
      <RevokeToken token={revoking} onClose={() => setRevoking(null)} />
    </Section>
  )
}

interface TokenTableProps {
  readonly tokens: readonly ApiToken[]
  readonly onRevoke: (token: ApiToken) => void
}

const TokenTable = ({ tokens, onRevoke }: TokenTableProps) => {
  const t = useTranslations('account')
  const common = useTranslations('common')
  const roles = useTranslations('roles')
  return (
    <Table>
      <TableHead>
        <tr>
          <TableHeaderCell className="pl-0">{t('tokenTitle')}</TableHeaderCell>
          <TableHeaderCell>{t('tokenRole')}</TableHeaderCell>
          <TableHeaderCell>{t('tokenUsed')}</TableHeaderCell>
          <TableHeaderCell>{t('tokenEnds')}</TableHeaderCell>
          <TableHeaderCell />
        </tr>
      </TableHead>
      <TableBody>
        {tokens.map((token) => (
          <TableRow key={token.id}>
            <TableCell className="pl-0">{token.title}</TableCell>
            <TableCell>{roles(token.role)}</TableCell>
            <TableCell>
              {token.lastUsedAt === null ? (
                <span className="text-ink-3">{common('never')}</span>
              ) : (
                <RelativeTime time={token.lastUsedAt} />
              )}
            </TableCell>
            <TableCell>
              <ExactTime time={token.expiresAt} />
            </TableCell>
            <TableCell className="pr-0 text-right">
              <Button
                size="small"
                aria-label={t('tokenRevokeNamed', { title: token.title })}
                onClick={() => onRevoke(token)}
              >
                {t('tokenRevoke')}
              </Button>
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  )
}

const RevokeToken = ({ token, onClose }: { token: ApiToken | null; onClose: () => void }) => {
  const t = useTranslations('account')
  const agent = useAgent()
  const cache = useQueryClient()
  const toasts = useToasts()
  const revoke = useMutation({
    mutationFn: (id: string) => agent.revokeToken({ id }),
    onSuccess: () => {
      toasts.done(t('tokenRevoked'))
      void cache.invalidateQueries({ queryKey: queryKeys.tokens({}) })
      onClose()
    },
    onError: (error) => toasts.failed(problemOf(error)),
  })
  return (
    <ConfirmDialog
      open={token !== null}
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
      title={t('tokenRevokeTitle', { title: token?.title ?? '' })}
      description={t('tokenRevokeAbout')}
      action={t('tokenRevoke')}
      alarm
      busy={revoke.isPending}
      onConfirm={() => {
        if (token !== null) revoke.mutate(token.id)
      }}
    />
  )
}
