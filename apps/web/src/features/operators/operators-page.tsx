'use client'

import type { ApiToken, Operator, Session } from '@pilot/contract'
import { useQuery } from '@tanstack/react-query'
import { UserPlus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useAgent } from '../../client/agent.ts'
import { problemOf } from '../../client/problem-of.ts'
import { queryKeys } from '../../client/query-keys.ts'
import { Button } from '../../components/button.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { ProblemPanel } from '../../components/problem-panel.tsx'
import { AllSessions } from './all-sessions.tsx'
import { AllTokens } from './all-tokens.tsx'
import { OperatorDialogs, type OperatorAct } from './operator-dialogs.tsx'
import { OperatorTable } from './operator-table.tsx'

interface OperatorsPageProps {
  readonly operators: readonly Operator[]
  readonly sessions: readonly Session[]
  readonly tokens: readonly ApiToken[]
}

/** Who may sign in, and with what they have signed in. For admins. */
export const OperatorsPage = ({ operators: initial, sessions, tokens }: OperatorsPageProps) => {
  const t = useTranslations('operators')
  const agent = useAgent()
  const [act, setAct] = useState<OperatorAct | null>(null)
  const { data: operators, error } = useQuery({
    queryKey: queryKeys.operators,
    queryFn: ({ signal }) => agent.operators({}, signal),
    initialData: initial,
    // Who was last seen when changes without an event.
    refetchInterval: 10_000,
  })
  return (
    <>
      <PageHeader
        title={t('title')}
        actions={
          <Button variant="primary" onClick={() => setAct({ kind: 'add' })}>
            <UserPlus aria-hidden />
            {t('add.button')}
          </Button>
        }
      >
        {t('about')}
      </PageHeader>
      {error === null ? null : <ProblemPanel problem={problemOf(error)} className="mb-4" />}
      <div className="pb-8">
        <OperatorTable operators={operators} onAct={setAct} />
      </div>
      <AllSessions initial={sessions} />
      <AllTokens initial={tokens} />
      <OperatorDialogs act={act} operators={operators} onAct={setAct} />
    </>
  )
}
