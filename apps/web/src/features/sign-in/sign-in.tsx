'use client'

import { createBrowserClient } from '@pilot/api/client/browser'
import type { Problem } from '@pilot/contract'
import { useTranslations } from 'next-intl'
import { useEffect, useState, type SubmitEvent } from 'react'
import { callRoute } from '../../client/call-route.ts'
import { problemOf } from '../../client/problem-of.ts'
import { Button } from '../../components/button.tsx'
import { Field } from '../../components/field.tsx'
import { Input } from '../../components/input.tsx'
import { PasswordInput } from '../../components/password-input.tsx'
import { ProblemPanel } from '../../components/problem-panel.tsx'

/** Name and password, then a code where a second factor is set up; goes on to `next`. */
export const SignIn = ({ next }: { next: string }) => {
  const t = useTranslations('access')
  const [name, setName] = useState('')
  const [password, setPassword] = useState('')
  const { code, setCode, problem, busy, signIn, restart } = useSignIn(next)
  useSessionOfBefore(next)
  return (
    <form
      className="flex flex-col gap-3"
      onSubmit={(event: SubmitEvent) => {
        event.preventDefault()
        void signIn(name, password)
      }}
    >
      <h1 className="pb-2 text-xl font-semibold tracking-tight">{t('signInTitle')}</h1>
      {problem === null ? null : <ProblemPanel problem={problem} />}
      <fieldset hidden={code !== null} className="flex flex-col gap-1">
        <Field label={t('name')}>
          {(control) => (
            <Input
              {...control}
              required={code === null}
              autoFocus
              autoComplete="username"
              autoCapitalize="none"
              spellCheck={false}
              maxLength={64}
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
        <Field label={t('password')}>
          {(control) => (
            <PasswordInput
              {...control}
              required={code === null}
              autoComplete="current-password"
              value={password}
              onChange={(event) => setPassword(event.target.value)}
            />
          )}
        </Field>
      </fieldset>
      {code === null ? null : <CodeField code={code} onChange={setCode} />}
      <Button type="submit" variant="primary" busy={busy}>
        {code === null ? t('signIn') : t('signInWithCode')}
      </Button>
      {code === null ? null : (
        <Button
          variant="quiet"
          onClick={() => {
            setPassword('')
            restart()
          }}
        >
          {t('otherOperator')}
        </Button>
      )}
    </form>
  )
}

const CodeField = ({ code, onChange }: { code: string; onChange: (code: string) => void }) => {
  const t = useTranslations('access')
  return (
    <Field label={t('code')} hint={t('codeHint')}>
      {(control) => (
        <Input
          {...control}
          required
          mono
          autoFocus
          autoComplete="one-time-code"
          spellCheck={false}
          maxLength={32}
          value={code}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  )
}

/** Opens a session and leads to `next`; `code` is null until the agent asks for one. */
const useSignIn = (next: string) => {
  const [code, setCode] = useState<string | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [busy, setBusy] = useState(false)
  const signIn = async (name: string, password: string): Promise<void> => {
    setBusy(true)
    setProblem(null)
    try {
      await callRoute('POST', '/api/session', {
        name: name.trim(),
        password,
        ...(code === null ? {} : { code: code.trim() }),
      })
      // A whole load: nothing that was read without a session stays.
      window.location.assign(next)
    } catch (error) {
      setBusy(false)
      const told = problemOf(error)
      if (told.code === 'second-factor-required') {
        setCode('')
        return
      }
      setProblem(told)
      if (code !== null) setCode('')
    }
  }
  const restart = (): void => {
    setCode(null)
    setProblem(null)
  }
  return { code, setCode, problem, busy, signIn, restart }
}

// Whoever comes by a link from elsewhere arrives without the cookie (SameSite=Strict), though signed in.
const useSessionOfBefore = (next: string): void => {
  useEffect(() => {
    const abort = new AbortController()
    createBrowserClient('/api/trpc')
      .me({}, abort.signal)
      .then(
        () => window.location.replace(next),
        // Nobody has signed in: the form is there for that.
        () => undefined,
      )
    return () => abort.abort()
  }, [next])
}
