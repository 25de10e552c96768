'use client'

import { OperatorInput, Role, type OneTimeLink } from '@pilot/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useForm, useWatch } from 'react-hook-form'
import type { z } from 'zod'
import { useAgent } from '../../client/agent.ts'
import { problemOf } from '../../client/problem-of.ts'
import { queryKeys } from '../../client/query-keys.ts'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { Field } from '../../components/field.tsx'
import { Input } from '../../components/input.tsx'
import { ProblemPanel } from '../../components/problem-panel.tsx'
import { Select } from '../../components/select.tsx'
import { useFaultResolver } from '../../i18n/use-fault-resolver.ts'

interface AddOperatorProps {
  readonly onLink: (link: OneTimeLink) => void
  readonly onClose: () => void
}

export const AddOperator = ({ onLink, onClose }: AddOperatorProps) => {
  const t = useTranslations('operators')
  const common = useTranslations('common')
  const roles = useTranslations('roles')
  const agent = useAgent()
  const cache = useQueryClient()
  const form = useForm<z.input<typeof OperatorInput>, unknown, OperatorInput>({
    resolver: useFaultResolver(OperatorInput),
    defaultValues: { name: '', role: 'viewer' },
    mode: 'onChange',
  })
  const role = useWatch({ control: form.control, name: 'role' })
  const add = useMutation({
    mutationFn: (input: OperatorInput) => agent.addOperator(input),
    onSuccess: (link) => {
      void cache.invalidateQueries({ queryKey: queryKeys.operators })
      onLink(link)
    },
  })
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t('add.title')}
      description={t('add.about')}
      footer={
        <>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button type="submit" form="add-operator" variant="primary" busy={add.isPending}>
            {t('add.submit')}
          </Button>
        </>
      }
    >
      <form
        id="add-operator"
        className="flex flex-col gap-2"
        onSubmit={(event) => void form.handleSubmit((input) => add.mutate(input))(event)}
      >
        <Field label={t('add.name')} hint={t('add.nameHint')} error={form.formState.errors.name?.message}>
          {(control) => (
            <Input
              {...control}
              mono
              autoFocus
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              {...form.register('name')}
            />
          )}
        </Field>
        <Field label={t('add.role')} hint={t(`roles.${role}`)}>
          {(control) => (
            <Select {...control} {...form.register('role')}>
              {Role.options.map((option) => (
                <option key={option} value={option}>
                  {roles(option)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        {add.error === null ? null : <ProblemPanel problem={problemOf(add.error)} />}
      </form>
    </Dialog>
  )
}
