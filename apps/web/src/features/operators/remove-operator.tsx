'use client'

import type { OperatorName } from '@pilot/contract'
import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useAgent } from '../../client/agent.ts'
import { problemOf } from '../../client/problem-of.ts'
import { ConfirmDialog } from '../../components/confirm-dialog.tsx'
import { ProblemPanel } from '../../components/problem-panel.tsx'
import { useToasts } from '../../components/toaster.tsx'
import type { AboutOperator } from './about-operator.ts'
import { SelfWarning } from './self-warning.tsx'
import { useRefreshOperators } from './use-refresh-operators.ts'

export const RemoveOperator = ({ operator: { name }, onClose }: AboutOperator) => {
  const t = useTranslations('operators')
  const agent = useAgent()
  const toasts = useToasts()
  const refresh = useRefreshOperators()
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
      <SelfWarning name={name} />
      {remove.error === null ? null : <ProblemPanel problem={problemOf(remove.error)} />}
    </ConfirmDialog>
  )
}
