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
import { RelativeTime } from '../../components/figures.tsx'
import { Section } from '../../components/section.tsx'
import { Table, TableBody, TableCell, TableHead, TableHeaderCell, TableRow } from '../../components/table.tsx'
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
      {tokens.length === 0 ? (
        <p className="text-ink-2">{t('none')}</p>
      ) : (
        <TokenTable tokens={tokens} onRevoke={setAsked} />
      )}
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
  return (
    <Table>
      <TableHead>
        <tr>
          <TableHeaderCell className="pl-0">{t('token')}</TableHeaderCell>
          <TableHeaderCell className="max-sm:hidden">{t('operator')}</TableHeaderCell>
          <TableHeaderCell className="max-sm:hidden">{t('role')}</TableHeaderCell>
          <TableHeaderCell className="max-md:hidden">{t('created')}</TableHeaderCell>
          <TableHeaderCell className="max-md:hidden">{t('used')}</TableHeaderCell>
          <TableHeaderCell>{t('ends')}</TableHeaderCell>
          <TableHeaderCell className="pr-0">
            <span className="sr-only">{t('revoke')}</span>
          </TableHeaderCell>
        </tr>
      </TableHead>
      <TableBody>
        {tokens.map((token) => (
          <Row key={token.id} token={token} onRevoke={onRevoke} />
        ))}
      </TableBody>
    </Table>
  )
}

const Row = ({ token, onRevoke }: { token: ApiToken; onRevoke: (token: ApiToken) => void }) => {
  const t = useTranslations('operators.tokens')
  const never = useTranslations('common')('never')
  const roles = useTranslations('roles')
  const { id, title, operator, role, createdAt, lastUsedAt, expiresAt } = token
  return (
    <TableRow data-token={id}>
      <TableCell className="pl-0 max-sm:py-2">
        {title}
        <span className="block text-xs text-ink-2 sm:hidden">
          <span className="font-mono">{operator}</span> · {roles(role)}
        </span>
      </TableCell>
      <TableCell className="font-mono text-sm max-sm:hidden">{operator}</TableCell>
      <TableCell className="max-sm:hidden">{roles(role)}</TableCell>
      <TableCell className="text-ink-2 max-md:hidden">
        <RelativeTime time={createdAt} />
      </TableCell>
      <TableCell className="text-ink-2 max-md:hidden">
        {lastUsedAt === null ? (
          <span className="text-ink-3">{never}</span>
        ) : (
          <RelativeTime time={lastUsedAt} />
        )}
      </TableCell>
      <TableCell className="text-ink-2">
        <RelativeTime time={expiresAt} />
      </TableCell>
      <TableCell className="pr-0 text-right">
        <Button
          size="small"
          aria-label={t('revokeNamed', { title, operator })}
          onClick={() => onRevoke(token)}
        >
          {t('revoke')}
        </Button>
      </TableCell>
    </TableRow>
  )
}
