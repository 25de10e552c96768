'use client'

import type { ApiToken } from '@pilot/contract'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useAgent } from '../../client/agent.ts'
import { problemOf } from '../../client/problem-of.ts'
import { queryKeys } from '../../client/query-keys.ts'
import { Button } from '../../components/button.tsx'
import { ConfirmDialog } from '../../components/confirm-dialog.tsx'
import { DataTable } from '../../components/data-table.tsx'
import { RelativeTime } from '../../components/figures.tsx'
import { Section } from '../../components/section.tsx'
import { useToasts } from '../../components/toaster.tsx'

const everybody = { all: true } as const

/** The API tokens of all operators; each can be revoked. */
export const AllTokens = ({ initial }: { initial: readonly ApiToken[] }) => {
  const t = useTranslations('operators.tokens')
  const agent = useAgent()
  const cache = useQueryClient()
  const toasts = useToasts()
  const [asked, setAsked] = useState<ApiToken | null>(null)
  const { data: tokens } = useQuery({
    queryKey: queryKeys.tokens(everybody),
    queryFn: ({ signal }) => agent.tokens(everybody, signal),
    initialData: initial,
  })
  const revoke = useMutation({
    mutationFn: ({ id }: ApiToken) => agent.revokeToken({ id }),
    onSuccess: (_, { title }) => toasts.done(t('revoked', { title })),
    onError: (error) => toasts.failed(problemOf(error)),
    onSettled: () => {
      setAsked(null)
      return cache.invalidateQueries({ queryKey: ['tokens'] })
    },
  })
  return (
    <Section title={t('title')} description={t('about')}>
      <TokenTable tokens={tokens} onRevoke={setAsked} />
      <ConfirmDialog
        open={asked !== null}
        onOpenChange={() => setAsked(null)}
        title={t('revokeTitle', { title: asked?.title ?? '' })}
        description={t('revokeAbout', { operator: asked?.operator ?? '' })}
        action={t('revoke')}
        alarm
        busy={revoke.isPending}
        onConfirm={() => {
          if (asked !== null) revoke.mutate(asked)
        }}
      />
    </Section>
  )
}

interface TokenTableProps {
  readonly tokens: readonly ApiToken[]
  readonly onRevoke: (token: ApiToken) => void
}

const TokenTable = ({ tokens, onRevoke }: TokenTableProps) => {
  const t = useTranslations('operators.tokens')
  const never = useTranslations('common')('never')
  const roles = useTranslations('roles')
  return (
    <DataTable
      rows={tokens}
      keyOf={({ id }) => id}
      rowProps={({ id }) => ({ 'data-token': id })}
      empty={t('none')}
      columns={[
        {
          key: 'token',
          head: t('token'),
          cellClassName: 'max-sm:py-2',
          cell: ({ title, operator, role }) => (
            <>
              {title}
              <span className="block text-xs text-ink-2 sm:hidden">
                <span className="font-mono">{operator}</span> · {roles(role)}
              </span>
            </>
          ),
        },
        {
          key: 'operator',
          head: t('operator'),
          from: 'sm',
          cellClassName: 'font-mono text-sm',
          cell: ({ operator }) => operator,
        },
        { key: 'role', head: t('role'), from: 'sm', cell: ({ role }) => roles(role) },
        {
          key: 'created',
          head: t('created'),
          from: 'md',
          cellClassName: 'text-ink-2',
          cell: ({ createdAt }) => <RelativeTime time={createdAt} />,
        },
        {
          key: 'used',
          head: t('used'),
          from: 'md',
          cellClassName: 'text-ink-2',
          cell: ({ lastUsedAt }) =>
            lastUsedAt === null ? (
              <span className="text-ink-3">{never}</span>
            ) : (
              <RelativeTime time={lastUsedAt} />
            ),
        },
        {
          key: 'ends',
          head: t('ends'),
          cellClassName: 'text-ink-2',
          cell: ({ expiresAt }) => <RelativeTime time={expiresAt} />,
        },
        {
          key: 'revoke',
          head: t('revoke'),
          headHidden: true,
          cellClassName: 'text-right',
          cell: (token) => (
            <Button
              size="small"
              aria-label={t('revokeNamed', { title: token.title, operator: token.operator })}
              onClick={() => onRevoke(token)}
            >
              {t('revoke')}
            </Button>
          ),
        },
      ]}
    />
  )
}
