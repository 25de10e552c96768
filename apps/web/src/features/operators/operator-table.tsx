'use client'

import { Role, type Operator } from '@pilot/contract'
import { Ellipsis, Link2, ShieldCheck, Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useMe } from '../../client/me.tsx'
import { Badge } from '../../components/badge.tsx'
import { Button } from '../../components/button.tsx'
import { DataTable } from '../../components/data-table.tsx'
import { ExactTime, RelativeTime } from '../../components/figures.tsx'
import { Menu, MenuChoice, MenuItem, MenuLabel, MenuSeparator } from '../../components/menu.tsx'
import type { OperatorAct } from './operator-dialogs.tsx'

interface OperatorTableProps {
  readonly operators: readonly Operator[]
  readonly onAct: (act: OperatorAct) => void
}

export const OperatorTable = ({ operators, onAct }: OperatorTableProps) => {
  const t = useTranslations('operators')
  const roles = useTranslations('roles')
  return (
    <DataTable
      rows={operators}
      keyOf={({ name }) => name}
      rowProps={({ name, role }) => ({ 'data-operator': name, 'data-role': role })}
      columns={[
        {
          key: 'name',
          head: t('columns.name'),
          cellClassName: 'max-sm:py-2',
          cell: (operator) => <Name operator={operator} />,
        },
        { key: 'role', head: t('columns.role'), cell: ({ role }) => roles(role) },
        {
          key: 'state',
          head: t('columns.state'),
          from: 'sm',
          cell: (operator) => <State operator={operator} />,
        },
        {
          key: 'factor',
          head: t('columns.factor'),
          from: 'md',
          cell: (operator) => <SecondFactor operator={operator} />,
        },
        {
          key: 'seen',
          head: t('columns.seen'),
          from: 'sm',
          cellClassName: 'text-ink-2',
          cell: (operator) => <LastSeen operator={operator} />,
        },
        {
          key: 'actions',
          head: t('columns.actions'),
          headHidden: true,
          cellClassName: 'text-right',
          cell: (operator) => <Actions operator={operator} onAct={onAct} />,
        },
      ]}
    />
  )
}

interface OfOperator {
  readonly operator: Operator
}

const Name = ({ operator }: OfOperator) => {
  const t = useTranslations('operators')
  const me = useMe()
  return (
    <>
      <span className="flex items-center gap-2">
        <span className="font-mono text-sm font-medium">{operator.name}</span>
        {operator.name === me.operator ? <Badge>{t('you')}</Badge> : null}
      </span>
      <span className="block text-xs text-ink-2 sm:hidden">
        {operator.state === 'active' ? <LastSeen operator={operator} /> : <State operator={operator} />}
      </span>
    </>
  )
}

const State = ({ operator: { state, linkExpiresAt } }: OfOperator) => {
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

const SecondFactor = ({ operator: { secondFactor } }: OfOperator) => {
  const t = useTranslations('operators.factor')
  if (!secondFactor) return <span className="text-ink-3">{t('off')}</span>
  return (
    <span className="inline-flex items-center gap-1.5">
      <ShieldCheck aria-hidden className="size-4 text-ink-3" />
      {t('on')}
    </span>
  )
}

const LastSeen = ({ operator: { lastSeenAt } }: OfOperator) => {
  const t = useTranslations('operators')
  return lastSeenAt === null ? (
    <span className="text-ink-3">{t('never')}</span>
  ) : (
    <RelativeTime time={lastSeenAt} />
  )
}

const Actions = ({ operator, onAct }: OfOperator & Pick<OperatorTableProps, 'onAct'>) => {
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
