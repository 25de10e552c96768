'use client'

import { splitCommandLine } from '@pilot/contract'
import { useTranslations } from 'next-intl'
import { useFormContext, useWatch } from 'react-hook-form'
import { Field } from '../../../components/field.tsx'
import { Input } from '../../../components/input.tsx'
import type { SettingValues } from '../values.ts'
import { useFaultAt, type TextFieldProps } from './text-field.ts'

/** A command line, shown as it will be cut into its words. */
export const CommandField = ({ path, words }: TextFieldProps) => {
  const t = useTranslations('tenantForm')
  const { register, control } = useFormContext<SettingValues>()
  const line = useWatch({ control, name: path })
  const cut = splitCommandLine(line ?? '') ?? []
  return (
    <Field
      label={words.title}
      error={useFaultAt(path)}
      hint={cut.length === 0 ? words.help : <CutWords words={cut} />}
    >
      {(control) => (
        <Input
          {...control}
          {...register(path)}
          mono
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          placeholder={t('commandExample')}
        />
      )}
    </Field>
  )
}

const CutWords = ({ words }: { words: readonly string[] }) => (
  <span className="flex flex-wrap gap-1">
    {words.map((word, index) => (
      <code key={index} className="rounded-sm bg-hover px-1 break-all whitespace-pre-wrap text-ink-2">
        {word === '' ? '""' : word}
      </code>
    ))}
  </span>
)
