'use client'

import { capital, settings } from '@pilot/contract'
import { useTranslations } from 'next-intl'
import { useFieldArray, useFormContext, useWatch } from 'react-hook-form'
import { Field } from '../../../components/field.tsx'
import { Input } from '../../../components/input.tsx'
import type { Words } from '../../../i18n/use-setting-words.ts'
import { useFacts } from '../../../i18n/use-facts.ts'
import { useFormPlace, type DomainOwner } from '../form-context.tsx'
import { listOfDomains, newRow, type SettingValues } from '../values.ts'
import { DomainSettings } from './domain-settings.tsx'
import { AddRow, RemoveRow } from './row-buttons.tsx'
import { useFaultAt } from './text-field.ts'

/** A list, one word in each row; each domain has its own settings beside it. */
export const ListField = ({ of: key, words }: { of: string; words: Words }) => {
  const { control } = useFormContext<SettingValues>()
  const { fields, append, remove } = useFieldArray({ control, name: `lists.${key}` })
  const { spec } = useFormPlace()
  const fault = useFaultAt(`lists.${key}`)
  // A new tenant has a domain in any case.
  const isLast = fields.length === 1 && spec === undefined && key === listOfDomains
  return (
    <div className="flex flex-col gap-1">
      {fields.map(({ id }, index) => (
        <Row
          key={id}
          of={key}
          index={index}
          words={words}
          onRemove={isLast ? undefined : () => remove(index)}
        />
      ))}
      <p role={fault === undefined ? undefined : 'alert'} className="text-xs text-alarm-ink empty:hidden">
        {fault}
      </p>
      <AddRow one={words.one} onAdd={() => append(newRow(settings))} />
    </div>
  )
}

interface RowProps {
  readonly of: string
  readonly index: number
  readonly words: Words
  readonly onRemove: (() => void) | undefined
}

const Row = ({ of: key, index, words, onRemove }: RowProps) => {
  const t = useTranslations('tenantForm')
  const { register } = useFormContext<SettingValues>()
  const path = `lists.${key}.${index}.text` as const
  const isDomain = key === listOfDomains
  const text = useWatch<SettingValues, typeof path>({ name: path })
  const { openDomain, ownerOf } = useFormPlace()
  const facts = useFacts()
  const domain = text.trim()
  const owner = isDomain ? ownerOf(domain) : undefined
  const invalid = useFaultAt(path)
  const takenBy = ({ tenant }: DomainOwner): string =>
    tenant === null ? facts.inputFault({ code: 'domain-of-pilot', domain }) : t('domainTaken', { tenant })
  const label = index === 0 ? capital(words.one) : t('number', { one: capital(words.one), number: index + 1 })
  return (
    <div>
      <Field
        label={label}
        error={invalid ?? (owner && takenBy(owner))}
        hint={index === 0 ? words.help : undefined}
      >
        {(control) => (
          <div className="flex gap-1">
            <Input
              {...control}
              {...register(path, { deps: `lists.${key}` })}
              mono
              placeholder={isDomain && index === 0 && onRemove === undefined ? openDomain : undefined}
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
            />
            {onRemove === undefined ? null : <RemoveRow name={label} onRemove={onRemove} />}
          </div>
        )}
      </Field>
      {isDomain ? <DomainSettings index={index} domain={domain} /> : null}
    </div>
  )
}
