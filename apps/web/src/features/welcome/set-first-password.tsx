'use client'

import { inputFaultOf, Password, type Problem, type Role } from '@pilot/contract'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { callRoute } from '../../client/call-route.ts'
import { problemOf } from '../../client/problem-of.ts'
import { Button } from '../../components/button.tsx'
import { Field } from '../../components/field.tsx'
import { PasswordInput } from '../../components/password-input.tsx'
import { ProblemPanel } from '../../components/problem-panel.tsx'
import { useFormats } from '../../i18n/use-formats.ts'
import { useFacts } from '../../i18n/use-facts.ts'

export interface Invitation {
  readonly token: string
  readonly operator: string
  readonly role: Role
  readonly expiresAt: string
}

interface SetFirstPasswordProps {
  readonly invitation: Invitation
  readonly onDone: () => void
}

export const SetFirstPassword = ({ invitation, onDone }: SetFirstPasswordProps) => {
  const t = useTranslations('access')
  const roles = useTranslations('roles')
  const facts = useFacts()
  const formats = useFormats()
  const [password, setPassword] = useState('')
  const [repeated, setRepeated] = useState('')
  const [tried, setTried] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [busy, setBusy] = useState(false)

  const fault = Password.safeParse(password).error?.issues[0]
  const different = password !== repeated

  const set = async (): Promise<void> => {
    setTried(true)
    if (fault !== undefined || different) return
    setBusy(true)
    setProblem(null)
    try {
      await callRoute('POST', '/api/welcome', { token: invitation.token, password })
      onDone()
    } catch (error) {
      setProblem(problemOf(error))
      setBusy(false)
    }
  }

  return (
    <form
      className="flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        void set()
      }}
    >
      <p className="pb-3 text-ink-2">
        {t.rich('welcomeFor', {
          b: (chunks) => <b className="font-semibold text-ink">{chunks}</b>,
          operator: invitation.operator,
          role: roles(invitation.role),
          until: formats.exact(invitation.expiresAt),
        })}
      </p>
      {problem === null ? null : <ProblemPanel problem={problem} />}
      {/* Tells password managers whose password it is. */}
      <input hidden readOnly autoComplete="username" value={invitation.operator} />
      <Field
        label={t('newPassword')}
        hint={t(fault === undefined ? 'passwordLongEnough' : 'passwordHint', { count: password.length })}
        error={tried && fault !== undefined ? facts.inputFault(inputFaultOf(fault)) : undefined}
      >
        {(control) => (
          <PasswordInput
            {...control}
            autoFocus
            autoComplete="new-password"
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        )}
      </Field>
      <Field label={t('repeat')} error={tried && different ? t('different') : undefined}>
        {(control) => (
          <PasswordInput
            {...control}
            autoComplete="new-password"
            value={repeated}
            onChange={(event) => setRepeated(event.target.value)}
          />
        )}
      </Field>
      <Button type="submit" variant="primary" busy={busy}>
        {t('setPassword')}
      </Button>
    </form>
  )
}
