'use client'

import { useTranslations } from 'next-intl'
import { useController } from 'react-hook-form'
import { Field } from '../../../components/field.tsx'
import { Textarea } from '../../../components/input.tsx'
import { mayBeNone } from '../typed.ts'
import type { SettingValues } from '../values.ts'
import { useFaultAt, type TextFieldProps } from './text-field.ts'

/** A value that may have several lines, every byte of it kept. */
export const LinesField = ({ path, setting, words }: TextFieldProps) => {
  const t = useTranslations('tenantForm')
  const { field } = useController<SettingValues, typeof path>({ name: path })
  const text = field.value ?? ''
  return (
    <Field label={words.title} hint={words.help} error={useFaultAt(path)}>
      {(control) => (
        <Textarea
          {...control}
          ref={field.ref}
          name={path}
          mono
          rows={4}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          placeholder={mayBeNone(setting) ? t('none') : undefined}
          value={text}
          onBlur={field.onBlur}
          onChange={({ target }) => field.onChange(withEndingsOf(text, target.value))}
        />
      )}
    </Field>
  )
}

/** The browser gives every line of a textarea the ending LF, also where the text had CRLF. */
export const withEndingsOf = (before: string, after: string): string =>
  /\r\n/.test(before) && !/[^\r]\n/.test(before) ? after.replaceAll('\n', '\r\n') : after
