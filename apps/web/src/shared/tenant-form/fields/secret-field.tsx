'use client'

import { useTranslations } from 'next-intl'
import { useController } from 'react-hook-form'
import { Button } from '../../../components/button.tsx'
import { Field } from '../../../components/field.tsx'
import { Input, Textarea } from '../../../components/input.tsx'
import { mayBeNone } from '../typed.ts'
import type { SettingValues } from '../values.ts'
import { useFaultAt, type TextFieldProps } from './text-field.ts'

interface SecretFieldProps extends TextFieldProps {
  /** There is one already, which an empty field leaves. */
  readonly stands: boolean
}

/** A value that is written and never shown. */
export const SecretField = ({ path, setting, words, stands }: SecretFieldProps) => {
  const t = useTranslations('tenantForm')
  const { field } = useController<SettingValues, typeof path>({ name: path })
  const isOptional = mayBeNone(setting)
  const typed = {
    ...field,
    value: field.value ?? '',
    mono: true,
    autoCapitalize: 'none',
    spellCheck: false,
    placeholder: stands ? t('secretUnchanged') : isOptional ? t('none') : undefined,
  }
  return (
    <Field
      label={words.title}
      hint={words.help}
      error={useFaultAt(path)}
      aside={
        stands && isOptional && field.value !== null ? (
          <button
            type="button"
            className="underline underline-offset-2"
            onClick={() => field.onChange(null)}
            aria-label={t('remove', { name: words.title })}
          >
            {t('secretRemove')}
          </button>
        ) : undefined
      }
    >
      {(control) => {
        if (field.value === null)
          return (
            <Button {...control} size="small" className="self-start" onClick={() => field.onChange('')}>
              {t('secretKeep')}
            </Button>
          )
        return setting.kind === 'lines' ? (
          <Textarea {...control} {...typed} rows={4} autoComplete="off" />
        ) : (
          <Input {...control} {...typed} type="password" autoComplete="new-password" />
        )
      }}
    </Field>
  )
}
