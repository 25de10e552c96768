'use client'

import { useTranslations } from 'next-intl'
import { useFormContext } from 'react-hook-form'
import { Field } from '../../../components/field.tsx'
import { Input } from '../../../components/input.tsx'
import type { ProvisionValues } from '../form-schema.ts'

export const IdleField = () => {
  const t = useTranslations('provision')
  const { register, formState } = useFormContext<ProvisionValues>()
  return (
    <Field label={t('idle')} hint={t('idleHint')} error={formState.errors.idle?.message}>
      {(control) => (
        <Input
          {...control}
          {...register('idle')}
          mono
          className="w-32"
          autoComplete="off"
          spellCheck={false}
        />
      )}
    </Field>
  )
}
