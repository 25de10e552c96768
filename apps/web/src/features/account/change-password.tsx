'use client'

import { ChangePasswordInput } from '@pilot/contract'
import { useTranslations } from 'next-intl'
import { useForm } from 'react-hook-form'
import { useAgent } from '../../client/agent.ts'
import { problemOf } from '../../client/problem-of.ts'
import { Button } from '../../components/button.tsx'
import { Field } from '../../components/field.tsx'
import { PasswordInput } from '../../components/password-input.tsx'
import { useToasts } from '../../components/toaster.tsx'
import { useFaultResolver } from '../../i18n/use-fault-resolver.ts'

export const ChangePassword = ({ operator }: { operator: string }) => {
  const t = useTranslations('account')
  const agent = useAgent()
  const toasts = useToasts()
  const form = useForm({
    resolver: useFaultResolver(ChangePasswordInput),
    defaultValues: { current: '', password: '' },
  })
  const { errors, isSubmitting } = form.formState

  const change = async (input: ChangePasswordInput): Promise<void> => {
    try {
      await agent.changePassword(input)
      form.reset()
      toasts.done(t('changed'))
    } catch (error) {
      toasts.failed(problemOf(error))
    }
  }

  return (
    <form
      // Sent before the script has come, the passwords must not end up in the address.
      method="post"
      className="flex max-w-xs flex-col gap-2"
      onSubmit={(event) => void form.handleSubmit(change)(event)}
    >
      <input hidden readOnly autoComplete="username" value={operator} />
      <Field label={t('current')} error={errors.current?.message}>
        {(control) => (
          <PasswordInput {...control} autoComplete="current-password" {...form.register('current')} />
        )}
      </Field>
      <Field label={t('new')} error={errors.password?.message}>
        {(control) => (
          <PasswordInput {...control} autoComplete="new-password" {...form.register('password')} />
        )}
      </Field>
      <Button type="submit" className="self-start" busy={isSubmitting}>
        {t('change')}
      </Button>
    </form>
  )
}
