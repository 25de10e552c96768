'use client'

import { useTranslations } from 'next-intl'
import { useFormContext } from 'react-hook-form'
import { Field } from '../../../components/field.tsx'
import { Input } from '../../../components/input.tsx'
import { mayBeNone } from '../typed.ts'
import type { SettingValues } from '../values.ts'
import { useFaultAt, type TextFieldProps } from './text-field.ts'

/** A value of one line. */
export const LineField = ({ path, setting, words }: TextFieldProps) => {
  const t = useTranslations('tenantForm')
  const { register } = useFormContext<SettingValues>()
  return (
    <Field label={words.title} hint={words.help} error={useFaultAt(path)}>
      {(control) => (
        <Input
          {...control}
          {...register(path)}
          mono
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          placeholder={mayBeNone(setting) ? t('none') : undefined}
        />
      )}
    </Field>
  )
}
