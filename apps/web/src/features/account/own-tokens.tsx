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
import { DataTable } from '../../components/data-table.tsx'
import { ExactTime, RelativeTime } from '../../components/figures.tsx'
import { Section } from '../../components/section.tsx'
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
      <TokenTable tokens={tokens} onRevoke={setRevoking} />
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
    <DataTable
      rows={tokens}
      keyOf={({ id }) => id}
      empty={t('tokenNone')}
      columns={[
        { key: 'title', head: t('tokenTitle'), cell: ({ title }) => title },
        { key: 'role', head: t('tokenRole'), cell: ({ role }) => roles(role) },
        {
          key: 'used',
          head: t('tokenUsed'),
          cell: ({ lastUsedAt }) =>
            lastUsedAt === null ? (
              <span className="text-ink-3">{common('never')}</span>
            ) : (
              <RelativeTime time={lastUsedAt} />
            ),
        },
        { key: 'ends', head: t('tokenEnds'), cell: ({ expiresAt }) => <ExactTime time={expiresAt} /> },
        {
          key: 'revoke',
          head: t('tokenRevoke'),
          headHidden: true,
          cellClassName: 'text-right',
          cell: (token) => (
            <Button
              size="small"
              aria-label={t('tokenRevokeNamed', { title: token.title })}
              onClick={() => onRevoke(token)}
            >
              {t('tokenRevoke')}
            </Button>
          ),
        },
      ]}
    />
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
