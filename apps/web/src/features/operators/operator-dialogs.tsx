'use client'

import type { OneTimeLink, Operator, OperatorName, Role } from '@pilot/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useAgent } from '../../client/agent.ts'
import { useMe } from '../../client/me.tsx'
import { problemOf } from '../../client/problem-of.ts'
import { queryKeys } from '../../client/query-keys.ts'
import { Button } from '../../components/button.tsx'
import { ConfirmDialog } from '../../components/confirm-dialog.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { ProblemPanel } from '../../components/problem-panel.tsx'
import { useToasts } from '../../components/toaster.tsx'
import { AddOperator } from './add-operator.tsx'
import { isLastAdmin } from './last-admin.ts'
import { ShowLink } from './show-link.tsx'

/** What is being done to operators, or asked about. */
export type OperatorAct =
  | { readonly kind: 'add' }
  | { readonly kind: 'link'; readonly link: OneTimeLink }
  | { readonly kind: 'role'; readonly operator: Operator; readonly role: Role }
  | { readonly kind: 'reset' | 'remove'; readonly operator: Operator }

interface OperatorDialogsProps {
  readonly act: OperatorAct | null
  readonly operators: readonly Operator[]
  readonly onAct: (act: OperatorAct | null) => void
}

export const OperatorDialogs = ({ act, operators, onAct }: OperatorDialogsProps) => {
  const onClose = (): void => onAct(null)
  const onLink = (link: OneTimeLink): void => onAct({ kind: 'link', link })
  switch (act?.kind) {
    case undefined:
      return null
    case 'add':
      return <AddOperator onLink={onLink} onClose={onClose} />
    case 'link':
      return <ShowLink link={act.link} onClose={onClose} />
    case 'reset':
      return <Reset operator={act.operator} onLink={onLink} onClose={onClose} />
    case 'role':
      return isLastAdmin(operators, act.operator.name) ? (
        <LastAdmin operator={act.operator} onClose={onClose} />
      ) : (
        <ChangeRole operator={act.operator} role={act.role} onClose={onClose} />
      )
    case 'remove':
      return isLastAdmin(operators, act.operator.name) ? (
        <LastAdmin operator={act.operator} onClose={onClose} />
      ) : (
        <Remove operator={act.operator} onClose={onClose} />
      )
  }
}

interface AboutOperator {
  readonly operator: Operator
  readonly onClose: () => void
}

const LastAdmin = ({ operator: { name }, onClose }: AboutOperator) => {
  const t = useTranslations('operators')
  const common = useTranslations('common')
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t('lastAdmin.title', { name })}
      description={t('lastAdmin.text')}
      footer={<Button onClick={onClose}>{common('close')}</Button>}
    />
  )
}

const Reset = ({
  operator: { name },
  onLink,
  onClose,
}: AboutOperator & { onLink: (link: OneTimeLink) => void }) => {
  const t = useTranslations('operators')
  const agent = useAgent()
  const refresh = useRefresh()
  const reset = useMutation({
    mutationFn: () => agent.resetOperator({ name: name as OperatorName }),
    onSuccess: (link) => {
      refresh()
      onLink(link)
    },
  })
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={t('reset.title', { name })}
      description={t('reset.about', { name })}
      action={t('reset.confirm')}
      alarm
      busy={reset.isPending}
      onConfirm={() => reset.mutate()}
    >
      <Self name={name} />
      {reset.error === null ? null : <ProblemPanel problem={problemOf(reset.error)} />}
    </ConfirmDialog>
  )
}

const ChangeRole = ({ operator: { name }, role, onClose }: AboutOperator & { role: Role }) => {
  const t = useTranslations('operators')
  const roles = useTranslations('roles')
  const agent = useAgent()
  const toasts = useToasts()
  const refresh = useRefresh()
  const change = useMutation({
    mutationFn: () => agent.setOperatorRole({ name: name as OperatorName, role }),
    onSuccess: () => {
      toasts.done(t('roleChanged', { name, role: roles(role) }))
      refresh()
      onClose()
    },
  })
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={t('role.title', { name, role: roles(role) })}
      description={t(`roles.${role}`)}
      action={t('role.confirm')}
      busy={change.isPending}
      onConfirm={() => change.mutate()}
    >
      <p className="text-ink-2">{t('role.atOnce')}</p>
      {change.error === null ? null : <ProblemPanel problem={problemOf(change.error)} />}
    </ConfirmDialog>
  )
}

const Remove = ({ operator: { name }, onClose }: AboutOperator) => {
  const t = useTranslations('operators')
  const agent = useAgent()
  const toasts = useToasts()
  const refresh = useRefresh()
  const remove = useMutation({
    mutationFn: () => agent.removeOperator({ name: name as OperatorName }),
    onSuccess: () => {
      toasts.done(t('remove.done', { name }))
      refresh()
      onClose()
    },
  })
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={t('remove.title', { name })}
      description={t('remove.about', { name })}
      action={t('remove.confirm', { name })}
      typed={name}
      alarm
      busy={remove.isPending}
      onConfirm={() => remove.mutate()}
    >
      <Self name={name} />
      {remove.error === null ? null : <ProblemPanel problem={problemOf(remove.error)} />}
    </ConfirmDialog>
  )
}

const Self = ({ name }: { name: string }) => {
  const t = useTranslations('operators')
  return name === useMe().operator ? <p className="font-medium text-alarm-ink">{t('self')}</p> : null
}

/** Reads again what a change of an operator changes, and the page itself: it may have been the reader. */
const useRefresh = (): (() => void) => {
  const cache = useQueryClient()
  const router = useRouter()
  return () => {
    void cache.invalidateQueries({ queryKey: queryKeys.operators })
    void cache.invalidateQueries({ queryKey: ['sessions'] })
    void cache.invalidateQueries({ queryKey: ['tokens'] })
    router.refresh()
  }
}
