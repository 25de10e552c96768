'use client'

import type { Problem } from '@pilot/contract'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { useAgent } from '../../client/agent.ts'
import { problemOf } from '../../client/problem-of.ts'
import { Button } from '../../components/button.tsx'
import { Command } from '../../components/command.tsx'
import { Field } from '../../components/field.tsx'
import { Input } from '../../components/input.tsx'
import { ProblemPanel } from '../../components/problem-panel.tsx'
import { QrCode } from '../../components/qr-code.tsx'
import { Skeleton } from '../../components/skeleton.tsx'
import { RecoveryCodes } from './recovery-codes.tsx'

interface SecondFactorSetupProps {
  readonly onDone: () => void
  readonly onCancel: () => void
}

/** A secret for the authenticator app, a code to show that it arrived, then the recovery codes. */
export const SecondFactorSetup = ({ onDone, onCancel }: SecondFactorSetupProps) => {
  const t = useTranslations('account')
  const common = useTranslations('common')
  const agent = useAgent()
  const [started, setStarted] = useState<{ secret: string; uri: string } | null>(null)
  const [code, setCode] = useState('')
  const [recoveryCodes, setRecoveryCodes] = useState<readonly string[] | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [busy, setBusy] = useState(false)

  useEffect(() => {
    const abort = new AbortController()
    agent.startSecondFactor({}, abort.signal).then(setStarted, (error: unknown) => {
      if (!abort.signal.aborted) setProblem(problemOf(error))
    })
    return () => abort.abort()
  }, [agent])

  const confirm = async (): Promise<void> => {
    setBusy(true)
    setProblem(null)
    try {
      const answer = await agent.confirmSecondFactor({ code: code.trim() })
      setRecoveryCodes(answer.recoveryCodes)
    } catch (error) {
      setProblem(problemOf(error))
      setCode('')
    }
    setBusy(false)
  }

  if (recoveryCodes !== null) return <RecoveryCodes codes={recoveryCodes} onKept={onDone} />
  return (
    <form
      className="flex max-w-md flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        void confirm()
      }}
    >
      <p className="text-ink-2">{t('factorScan')}</p>
      {started === null ? (
        <Skeleton className="size-44" />
      ) : (
        <>
          <QrCode text={started.uri} label={t('factorQr')} />
          <div className="flex flex-col gap-1">
            <span className="text-sm font-medium">{t('factorSecret')}</span>
            <Command text={started.secret} />
          </div>
        </>
      )}
      {problem === null ? null : <ProblemPanel problem={problem} />}
      <Field label={t('factorCode')}>
        {(control) => (
          <Input
            {...control}
            required
            mono
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={10}
            value={code}
            onChange={(event) => setCode(event.target.value)}
          />
        )}
      </Field>
      <div className="flex gap-2">
        <Button type="submit" variant="primary" busy={busy} disabled={started === null}>
          {t('factorConfirm')}
        </Button>
        <Button onClick={onCancel}>{common('cancel')}</Button>
      </div>
    </form>
  )
}
