'use client'

import { AddTokenInput, includesRole, Role } from '@pilot/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useForm } from 'react-hook-form'
import { useAgent } from '../../client/agent.ts'
import { problemOf } from '../../client/problem-of.ts'
import { queryKeys } from '../../client/query-keys.ts'
import { Button } from '../../components/button.tsx'
import { CodeBlock } from '../../components/code-block.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { Field } from '../../components/field.tsx'
import { Input } from '../../components/input.tsx'
import { Select } from '../../components/select.tsx'
import { useToasts } from '../../components/toaster.tsx'
import { useFaultResolver } from '../../i18n/use-fault-resolver.ts'

interface NewTokenProps {
  readonly open: boolean
  readonly role: Role
  readonly onClose: () => void
}

/** Makes an API token and shows it once. */
export const NewToken = ({ open, role, onClose }: NewTokenProps) => {
  const t = useTranslations('account')
  const common = useTranslations('common')
  const roles = useTranslations('roles')
  const agent = useAgent()
  const cache = useQueryClient()
  const toasts = useToasts()
  const form = useForm({
    resolver: useFaultResolver(AddTokenInput),
    defaultValues: { title: '', role: 'viewer' as Role, days: 90 },
  })
  const add = useMutation({
    mutationFn: (input: AddTokenInput) => agent.addToken(input),
    onSuccess: () => {
      toasts.done(t('tokenCreated'))
      void cache.invalidateQueries({ queryKey: queryKeys.tokens({}) })
    },
    onError: (error) => toasts.failed(problemOf(error)),
  })
  const close = (): void => {
    onClose()
    form.reset()
    add.reset()
  }
  const { errors } = form.formState
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => {
        if (!next) close()
      }}
      title={t('tokenNew')}
      footer={
        add.data === undefined ? (
          <>
            <Button onClick={close}>{common('cancel')}</Button>
            <Button type="submit" form="new-token" variant="primary" busy={add.isPending}>
              {t('tokenCreate')}
            </Button>
          </>
        ) : (
          <Button variant="primary" onClick={close}>
            {common('close')}
          </Button>
        )
      }
    >
      {add.data === undefined ? (
        <form
          id="new-token"
          className="flex flex-col gap-2"
          onSubmit={(event) => void form.handleSubmit((input) => add.mutate(input))(event)}
        >
          <Field label={t('tokenTitle')} error={errors.title?.message}>
            {(control) => <Input {...control} autoFocus maxLength={64} {...form.register('title')} />}
          </Field>
          <Field label={t('tokenRole')} error={errors.role?.message}>
            {(control) => (
              <Select {...control} {...form.register('role')}>
                {Role.options
                  .filter((option) => includesRole(role, option))
                  .map((option) => (
                    <option key={option} value={option}>
                      {roles(option)}
                    </option>
                  ))}
              </Select>
            )}
          </Field>
          <Field label={t('tokenDays')} error={errors.days?.message}>
            {(control) => (
              <Input
                {...control}
                type="number"
                min={1}
                max={365}
                {...form.register('days', { valueAsNumber: true })}
              />
            )}
          </Field>
        </form>
      ) : (
        <div className="flex flex-col gap-3">
          <p className="text-ink-2">{t('tokenOnce')}</p>
          <CodeBlock title={add.data.title} text={add.data.token} />
        </div>
      )}
    </Dialog>
  )
}
