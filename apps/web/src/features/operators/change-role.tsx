'use client'

import type { OperatorName, Role } from '@pilot/contract'
import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useAgent } from '../../client/agent.ts'
import { problemOf } from '../../client/problem-of.ts'
import { ConfirmDialog } from '../../components/confirm-dialog.tsx'
import { ProblemPanel } from '../../components/problem-panel.tsx'
import { useToasts } from '../../components/toaster.tsx'
import type { AboutOperator } from './about-operator.ts'
import { useRefreshOperators } from './use-refresh-operators.ts'

export const ChangeRole = ({ operator: { name }, role, onClose }: AboutOperator & { role: Role }) => {
  const t = useTranslations('operators')
  const roles = useTranslations('roles')
  const agent = useAgent()
  const toasts = useToasts()
  const refresh = useRefreshOperators()
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
