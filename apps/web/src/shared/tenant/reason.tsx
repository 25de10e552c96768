'use client'

import type { TenantStatus, Wake } from '@pilot/contract'
import { useTranslations } from 'next-intl'
import { Fragment } from 'react'
import { useFormats } from '../../i18n/use-formats.ts'
import { useProblemText } from '../../i18n/use-problem-text.ts'
import { useReasons } from '../../i18n/use-reasons.ts'
import { useNow } from '../../client/use-now.ts'
import { describeState, type Clause } from './describe-state.ts'

interface ReasonProps {
  readonly status: TenantStatus
  readonly wakes?: readonly Wake[]
  /** Without the problem, where a panel beside it tells that. */
  readonly brief?: boolean
}

/** Why the tenant is in its state, in one line: "since 14:02, last awake for 3 min". */
export const Reason = ({ status, wakes = [], brief = false }: ReasonProps) => {
  const clauses = describeState(status, wakes)
  const problem = useProblemText()
  const reasons = useReasons()
  return (
    <span title={reasons.ofState(status.reason)}>
      {clauses.map((clause, index) => (
        <Fragment key={clause.key}>
          {index === 0 ? null : ', '}
          <ClauseText clause={clause} />
        </Fragment>
      ))}
      {brief || status.problem === null ? null : (
        <>
          {clauses.length === 0 ? null : ': '}
          {problem(status.problem).what}
        </>
      )}
    </span>
  )
}

const ClauseText = ({ clause }: { clause: Clause }) => {
  const t = useTranslations('tenant.reason')
  const steps = useTranslations('steps')
  const formats = useFormats()
  switch (clause.key) {
    case 'since':
    case 'suspended':
    case 'deleted':
    case 'waking':
    case 'failedLast':
      return t(clause.key, { time: clause.since === null ? 'none' : formats.moment(clause.since) })
    case 'lastAwake':
    case 'sleepsAfter':
      return t(clause.key, { duration: formats.duration(clause.milliseconds) })
    case 'keptAwake':
      return t('keptAwake', { count: clause.connections })
    case 'failing':
      return t('failing', {
        count: clause.count,
        result: clause.result,
        status: String(clause.status ?? 'none'),
      })
    case 'retry':
      return <Countdown to={clause.at} />
    case 'partial':
      return t('partial', { parts: clause.parts.map((part) => steps(part)).join(', ') })
    case 'failedStep':
      return t('failedStep', { step: steps(clause.step) })
    case 'failingShortly':
    case 'unfinished':
      return t(clause.key)
  }
}

const Countdown = ({ to }: { to: Date }) => {
  const t = useTranslations('tenant.reason')
  const now = useNow(1000, 0)
  // Not yet by the server's clock.
  if (now === 0) return t('retrySoon')
  const seconds = Math.ceil((to.getTime() - now) / 1000)
  return seconds > 0 ? t('retry', { seconds }) : t('retryNow')
}
