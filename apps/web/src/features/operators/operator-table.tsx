'use client'

import { Role, type Operator } from '@pilot/contract'
import { Ellipsis, Link2, ShieldCheck, Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useMe } from '../../client/me.tsx'
import { Badge } from '../../components/badge.tsx'
import { Button } from '../../components/button.tsx'
import { ExactTime, RelativeTime } from '../../components/figures.tsx'
import { Menu, MenuChoice, MenuItem, MenuLabel, MenuSeparator } from '../../components/menu.tsx'
import { Table, TableBody, TableCell, TableHead, TableHeaderCell, TableRow } from '../../components/table.tsx'
import type { OperatorAct } from './operator-dialogs.tsx'

interface OperatorTableProps {
  readonly operators: readonly Operator[]
  readonly onAct: (act: OperatorAct) => void
}

export const OperatorTable = ({ operators, onAct }: OperatorTableProps) => {
  const t = useTranslations('operators')
  return (
    <Table>
      <TableHead>
        <tr>
          <TableHeaderCell className="pl-0">{t('columns.name')}</TableHeaderCell>
          <TableHeaderCell>{t('columns.role')}</TableHeaderCell>
          <TableHeaderCell className="max-sm:hidden">{t('columns.state')}</TableHeaderCell>
          <TableHeaderCell className="max-md:hidden">{t('columns.factor')}</TableHeaderCell>
          <TableHeaderCell className="max-sm:hidden">{t('columns.seen')}</TableHeaderCell>
          <TableHeaderCell className="pr-0">
            <span className="sr-only">{t('columns.actions')}</span>
          </TableHeaderCell>
        </tr>
      </TableHead>
      <TableBody>
        {operators.map((operator) => (
          <Row key={operator.name} operator={operator} onAct={onAct} />
        ))}
      </TableBody>
    </Table>
  )
}

const Row = ({ operator, onAct }: { operator: Operator; onAct: OperatorTableProps['onAct'] }) => {
  const t = useTranslations('operators')
  const roles = useTranslations('roles')
  const me = useMe()
  const { name, role, secondFactor } = operator
  return (
    <TableRow data-operator={name} data-role={role}>
      <TableCell className="max-sm:py-2 pl-0">
        <span className="flex items-center gap-2">
          <span className="font-mono text-sm font-medium">{name}</span>
          {name === me.operator ? <Badge>{t('you')}</Badge> : null}
        </span>
        <span className="block text-xs text-ink-2 sm:hidden">
          {operator.state === 'active' ? <LastSeen operator={operator} /> : <State operator={operator} />}
        </span>
      </TableCell>
      <TableCell>{roles(role)}</TableCell>
      <TableCell className="max-sm:hidden">
        <State operator={operator} />
      </TableCell>
      <TableCell className="max-md:hidden">
        {secondFactor ? (
          <span className="inline-flex items-center gap-1.5">
            <ShieldCheck aria-hidden className="size-4 text-ink-3" />
            {t('factor.on')}
          </span>
        ) : (
          <span className="text-ink-3">{t('factor.off')}</span>
        )}
      </TableCell>
      <TableCell className="text-ink-2 max-sm:hidden">
        <LastSeen operator={operator} />
      </TableCell>
      <TableCell className="pr-0 text-right">
        <Actions operator={operator} onAct={onAct} />
      </TableCell>
    </TableRow>
  )
}

const State = ({ operator: { state, linkExpiresAt } }: { operator: Operator }) => {
  const t = useTranslations('operators.states')
  if (state === 'active') return t('active')
  return (
    <span className="text-ink-2">
      {t('invited')} ·{' '}
      {linkExpiresAt === null
        ? t('linkEnded')
        : t.rich('linkUntil', { until: () => <ExactTime time={linkExpiresAt} /> })}
    </span>
  )
}

const LastSeen = ({ operator: { lastSeenAt } }: { operator: Operator }) => {
  const t = useTranslations('operators')
  return lastSeenAt === null ? (
    <span className="text-ink-3">{t('never')}</span>
  ) : (
    <RelativeTime time={lastSeenAt} />
  )
}

const Actions = ({ operator, onAct }: { operator: Operator; onAct: OperatorTableProps['onAct'] }) => {
  const t = useTranslations('operators')
  const roles = useTranslations('roles')
  return (
    <Menu
      trigger={
        <Button variant="quiet" size="icon-small" aria-label={t('menu', { name: operator.name })}>
          <Ellipsis aria-hidden />
        </Button>
      }
    >
      <MenuLabel>{t('changeRole')}</MenuLabel>
      <MenuChoice
        value={operator.role}
        options={Role.options.map((value) => ({ value, label: roles(value) }))}
        onChange={(role) => {
          if (role !== operator.role) onAct({ kind: 'role', operator, role })
        }}
      />
      <MenuSeparator />
      <MenuItem onSelect={() => onAct({ kind: 'reset', operator })}>
        <Link2 aria-hidden />
        {t('reset.action')}
      </MenuItem>
      <MenuItem alarm onSelect={() => onAct({ kind: 'remove', operator })}>
        <Trash2 aria-hidden />
        {t('remove.action')}
      </MenuItem>
    </Menu>
  )
}
