'use client'

import { useTranslations } from 'next-intl'
import { useFormContext, useWatch } from 'react-hook-form'
import { Field } from '../../../components/field.tsx'
import { Input } from '../../../components/input.tsx'
import { RadioCard } from '../../../components/radio-card.tsx'
import { splitCommand } from '../../../shared/tenant/command-line.ts'
import type { ProvisionValues } from '../form-schema.ts'

/** What the tenant runs: the sample app, or a command, which is shown as it will be cut into its words. */
export const ProgramFields = () => {
  const t = useTranslations('provision')
  const { register, control, formState } = useFormContext<ProvisionValues>()
  const [program, command] = useWatch({ control, name: ['program', 'command'] })
  const { command: fault } = formState.errors
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1 text-sm font-medium">{t('program')}</legend>
      <RadioCard {...register('program')} value="sample" title={t('sample')} about={t('sampleAbout')} />
      <RadioCard {...register('program')} value="command" title={t('command')} about={t('commandAbout')} />
      {program === 'command' ? (
        <Field
          label={t('commandLine')}
          // A fault of one word stands at its place in the list of words.
          error={fault?.message ?? firstOf(fault)}
          hint={<Words line={command} />}
        >
          {(control) => (
            <Input
              {...control}
              {...register('command')}
              mono
              autoFocus
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              placeholder={t('commandExample')}
            />
          )}
        </Field>
      ) : null}
    </fieldset>
  )
}

const Words = ({ line }: { line: string }) => {
  const t = useTranslations('provision')
  const words = splitCommand(line) ?? []
  if (words.length === 0) return t('commandHint')
  return (
    <span className="flex flex-wrap gap-1">
      {words.map((word, index) => (
        <code key={index} className="rounded-sm bg-hover px-1 break-all whitespace-pre-wrap text-ink-2">
          {word === '' ? '""' : word}
        </code>
      ))}
    </span>
  )
}

const firstOf = (fault: object | undefined): string | undefined =>
  Object.values(fault ?? {})
    .map((part: unknown) => (part as { message?: unknown } | undefined)?.message)
    .find((message) => typeof message === 'string')
