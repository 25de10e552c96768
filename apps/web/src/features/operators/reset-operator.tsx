'use client'

import type { OneTimeLink, OperatorName } from '@pilot/contract'
import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useAgent } from '../../client/agent.ts'
import { problemOf } from '../../client/problem-of.ts'
import { ConfirmDialog } from '../../components/confirm-dialog.tsx'
import { ProblemPanel } from '../../components/problem-panel.tsx'
import type { AboutOperator } from './about-operator.ts'
import { SelfWarning } from './self-warning.tsx'
import { useRefreshOperators } from './use-refresh-operators.ts'

export const ResetOperator = ({
  operator: { name },
  onLink,
  onClose,
}: AboutOperator & { onLink: (link: OneTimeLink) => void }) => {
  const t = useTranslations('operators')
  const agent = useAgent()
  const refresh = useRefreshOperators()
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
      <SelfWarning name={name} />
      {reset.error === null ? null : <ProblemPanel problem={problemOf(reset.error)} />}
    </ConfirmDialog>
  )
}
