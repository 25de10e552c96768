'use client'

import { useTranslations } from 'next-intl'
import { useFormContext } from 'react-hook-form'
import type { Choice } from '@pilot/contract'
import { RadioCard } from '../../../components/radio-card.tsx'
import { mayBeNone } from '../typed.ts'
import type { SettingValues } from '../values.ts'
import type { TextFieldProps } from './text-field.ts'

/** One of a few words, each with what it means; `open` is the choice of saying nothing. */
export const ChoiceField = ({ path, setting, words, open }: TextFieldProps & { readonly open?: Choice }) => {
  const t = useTranslations('tenantForm')
  const { register } = useFormContext<SettingValues>()
  const none = mayBeNone(setting) ? { title: t('none'), about: '' } : undefined
  const choices = Object.entries({ ...optional(open ?? none), ...words.choices })
  return (
    <fieldset className="grid gap-2 @lg:grid-cols-2">
      <legend className="mb-1 text-sm font-medium">{words.title}</legend>
      {choices.map(([word, { title, about }]) => (
        <RadioCard key={word} {...register(path)} value={word} title={title} about={about} />
      ))}
    </fieldset>
  )
}

const optional = (choice: Choice | undefined): Record<string, Choice> =>
  choice === undefined ? {} : { '': choice }
