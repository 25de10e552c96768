'use client'

import { strangerIn, type PlannedStep } from '@pilot/contract'
import { useTranslations } from 'next-intl'
import { ProblemPanel } from '../../components/problem-panel.tsx'

/** Above a plan that something stands in the way of, which Pilot did not make: none of it would be done. */
export const Refused = ({ plan }: { plan: readonly PlannedStep[] }) => {
  const t = useTranslations('tenant.plan')
  const stranger = strangerIn(plan)
  if (stranger === undefined) return null
  const { kind, name } = stranger
  return (
    <ProblemPanel title={t('refused')} problem={{ code: 'foreign-resource', kind, name }} className="mb-3" />
  )
}
