'use client'

import type { ApiToken, Me, Session } from '@pilot/contract'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useAgent } from '../../client/agent.ts'
import { queryKeys } from '../../client/query-keys.ts'
import type { Theme } from '../../client/theme.ts'
import { PageHeader } from '../../components/page-header.tsx'
import { Section } from '../../components/section.tsx'
import { LocaleSelect, ThemeSelect } from '../../shared/preferences/preference-selects.tsx'
import { ChangePassword } from './change-password.tsx'
import { OwnSessions } from './own-sessions.tsx'
import { OwnTokens } from './own-tokens.tsx'
import { SecondFactor } from './second-factor.tsx'

interface AccountProps {
  readonly me: Me
  readonly sessions: readonly Session[]
  readonly tokens: readonly ApiToken[]
  readonly theme: Theme
}

/** What an operator sets for themself. */
export const Account = ({ me: initialMe, sessions, tokens, theme }: AccountProps) => {
  const t = useTranslations('account')
  const roles = useTranslations('roles')
  const agent = useAgent()
  const { data: me } = useQuery({
    queryKey: queryKeys.me,
    queryFn: ({ signal }) => agent.me({}, signal),
    initialData: initialMe,
  })
  return (
    <div className="max-w-4xl">
      <PageHeader title={t('title')}>
        <span className="font-mono">{me.operator}</span> · {t('role', { role: roles(me.role) })}
      </PageHeader>
      <Section title={t('passwordTitle')} description={t('passwordAbout')}>
        <ChangePassword operator={me.operator} />
      </Section>
      <SecondFactor me={me} />
      <OwnSessions initial={sessions} />
      <OwnTokens initial={tokens} role={me.role} />
      <Section title={t('looksTitle')}>
        <div className="flex max-w-sm gap-3">
          <LocaleSelect />
          <ThemeSelect theme={theme} />
        </div>
      </Section>
    </div>
  )
}
