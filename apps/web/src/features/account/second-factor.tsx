'use client'

import type { Me } from '@pilot/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useAgent } from '../../client/agent.ts'
import { problemOf } from '../../client/problem-of.ts'
import { queryKeys } from '../../client/query-keys.ts'
import { Button } from '../../components/button.tsx'
import { ConfirmDialog } from '../../components/confirm-dialog.tsx'
import { Field } from '../../components/field.tsx'
import { PasswordInput } from '../../components/password-input.tsx'
import { Section } from '../../components/section.tsx'
import { useToasts } from '../../components/toaster.tsx'
import { SecondFactorSetup } from '../../shared/second-factor/second-factor-setup.tsx'

export const SecondFactor = ({ me }: { me: Me }) => {
  const t = useTranslations('account')
  const cache = useQueryClient()
  const toasts = useToasts()
  const [open, setOpen] = useState<'setup' | 'remove' | null>(null)
  const end = (): void => {
    setOpen(null)
    void cache.invalidateQueries({ queryKey: queryKeys.me })
  }
  return (
    <Section
      title={t('factorTitle')}
      description={me.secondFactor ? t('factorOn', { left: me.recoveryCodesLeft }) : t('factorOff')}
      actions={
        open === 'setup' ? null : me.secondFactor ? (
          <Button onClick={() => setOpen('remove')}>{t('factorRemove')}</Button>
        ) : (
          <Button onClick={() => setOpen('setup')}>{t('factorSetUp')}</Button>
        )
      }
    >
      {open === 'setup' ? (
        <SecondFactorSetup
          onCancel={() => setOpen(null)}
          onDone={() => {
            toasts.done(t('factorConfirmed'))
            end()
          }}
        />
      ) : null}
      <RemoveSecondFactor open={open === 'remove'} onClose={end} />
    </Section>
  )
}

const RemoveSecondFactor = ({ open, onClose }: { open: boolean; onClose: () => void }) => {
  const t = useTranslations('account')
  const agent = useAgent()
  const toasts = useToasts()
  const [password, setPassword] = useState('')
  const remove = useMutation({
    mutationFn: () => agent.removeSecondFactor({ password }),
    onSuccess: () => {
      toasts.done(t('factorRemoved'))
      onClose()
    },
    onError: (error) => toasts.failed(problemOf(error)),
    onSettled: () => setPassword(''),
  })
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={(next) => {
        if (!next) onClose()
      }}
      title={t('factorRemoveTitle')}
      description={t('factorRemoveAbout')}
      action={t('factorRemove')}
      alarm
      busy={remove.isPending}
      onConfirm={() => remove.mutate()}
    >
      <Field label={t('current')}>
        {(control) => (
          <PasswordInput
            {...control}
            required
            autoComplete="current-password"
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        )}
      </Field>
    </ConfirmDialog>
  )
}
