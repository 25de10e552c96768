'use client'

import { capital } from '@pilot/contract'
import { Eye, EyeOff } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState, type ClipboardEvent } from 'react'
import { useFieldArray, useFormContext, useWatch } from 'react-hook-form'
import { Button } from '../../../components/button.tsx'
import { Input } from '../../../components/input.tsx'
import type { Words } from '../../../i18n/use-setting-words.ts'
import { looksLikeDotenv, parseDotenv } from '../dotenv.ts'
import type { SettingValues } from '../values.ts'
import { AddRow, RemoveRow } from './row-buttons.tsx'
import { useFaultAt } from './text-field.ts'

interface MapFieldProps {
  readonly of: string
  readonly words: Words
  readonly isTitled: boolean
}

/** Names and values, a pair in each row; a whole .env file can be pasted into any name. */
export const MapField = ({ of: key, words, isTitled }: MapFieldProps) => {
  const t = useTranslations('tenantForm')
  const { control, getValues } = useFormContext<SettingValues>()
  const { fields, append, remove, replace } = useFieldArray({ control, name: `maps.${key}` })

  const paste = (event: ClipboardEvent, index: number): void => {
    const text = event.clipboardData.getData('text')
    const pasted = looksLikeDotenv(text) ? parseDotenv(text) : []
    if (pasted.length === 0) return
    event.preventDefault()
    const rows = getValues(`maps.${key}`)
    const known = new Set(pasted.map(({ name }) => name))
    replace([
      ...rows.filter(({ name }, place) => place !== index && name !== '' && !known.has(name)),
      ...pasted,
    ])
  }
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className={isTitled ? 'mb-1 text-sm font-medium' : 'sr-only'}>{words.title}</legend>
      {fields.map(({ id, name, value }, index) => (
        <Row
          key={id}
          of={key}
          index={index}
          words={words}
          isNew={name === '' && value === ''}
          onPaste={(event) => paste(event, index)}
          onRemove={() => remove(index)}
        />
      ))}
      <div className="flex flex-wrap items-center gap-x-3">
        <AddRow one={words.one} onAdd={() => append({ name: '', value: '' })} />
        <span className="text-xs text-ink-3">{t('pasteHint')}</span>
      </div>
    </fieldset>
  )
}

interface RowProps {
  readonly of: string
  readonly index: number
  readonly words: Words
  readonly isNew: boolean
  readonly onPaste: (event: ClipboardEvent) => void
  readonly onRemove: () => void
}

/** The value is hidden until somebody asks for it, or types it. */
const Row = ({ of: key, index, words, isNew, onPaste, onRemove }: RowProps) => {
  const t = useTranslations('tenantForm')
  const { register } = useFormContext<SettingValues>()
  const [isShown, setShown] = useState(isNew)
  const path = `maps.${key}.${index}` as const
  const name = useWatch<SettingValues, `${typeof path}.name`>({ name: `${path}.name` })
  const faultOfName = useFaultAt(`${path}.name`)
  const faultOfValue = useFaultAt(`${path}.value`)
  const number = t('number', { one: capital(words.one), number: index + 1 })
  const control = {
    'aria-describedby': `${path}-fault`,
    mono: true,
    autoCapitalize: 'none',
    spellCheck: false,
  }
  return (
    <div className="flex flex-col gap-1">
      <div className="flex gap-1">
        <Input
          {...control}
          {...register(`${path}.name`, { deps: `maps.${key}` })}
          className="w-2/5"
          aria-label={t('entryName', { number })}
          aria-invalid={faultOfName === undefined ? undefined : true}
          placeholder={t('nameExample')}
          autoFocus={isNew}
          autoComplete="off"
          onPaste={onPaste}
        />
        <Input
          {...control}
          {...register(`${path}.value`)}
          type={isShown ? 'text' : 'password'}
          aria-label={name === '' ? t('entryValue', { number }) : t('valueOf', { name })}
          aria-invalid={faultOfValue === undefined ? undefined : true}
          autoComplete="new-password"
        />
        <Button
          size="icon"
          variant="quiet"
          aria-pressed={isShown}
          aria-label={t('reveal', { name: name === '' ? number : name })}
          onClick={() => setShown(!isShown)}
        >
          {isShown ? <EyeOff aria-hidden /> : <Eye aria-hidden />}
        </Button>
        <RemoveRow name={name === '' ? number : name} onRemove={onRemove} />
      </div>
      <p id={`${path}-fault`} className="text-xs text-alarm-ink empty:hidden">
        {faultOfName ?? faultOfValue}
      </p>
    </div>
  )
}
