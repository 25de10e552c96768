'use client'

import { Plus, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ClipboardEvent } from 'react'
import { useFieldArray, useFormContext } from 'react-hook-form'
import { Button } from '../../../components/button.tsx'
import { Input } from '../../../components/input.tsx'
import { looksLikeDotenv, parseDotenv } from '../dotenv.ts'
import type { ProvisionValues } from '../form-schema.ts'

/** Variables by name and value; a whole .env file can be pasted into any name. */
export const EnvironmentFields = () => {
  const t = useTranslations('provision')
  const { register, control, formState, getValues } = useFormContext<ProvisionValues>()
  const { fields, append, remove, replace } = useFieldArray({ control, name: 'environment' })

  const paste = (event: ClipboardEvent, index: number): void => {
    const text = event.clipboardData.getData('text')
    const variables = looksLikeDotenv(text) ? parseDotenv(text) : []
    if (variables.length === 0) return
    event.preventDefault()
    const rows = getValues('environment')
    const others = rows.filter((row, place) => place !== index && row.name !== '')
    const known = new Set(variables.map(({ name }) => name))
    replace([...others.filter(({ name }) => !known.has(name)), ...variables])
  }
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1 text-sm font-medium">{t('environment')}</legend>
      {fields.map((field, index) => {
        const faults = formState.errors.environment?.[index]
        const fault = faults?.name?.message ?? faults?.value?.message
        return (
          <div key={field.id} className="flex flex-col gap-1">
            <div className="flex gap-1">
              <Input
                {...register(`environment.${index}.name`)}
                {...(faults?.name === undefined ? {} : { 'aria-invalid': true })}
                aria-label={t('variableName', { number: index + 1 })}
                aria-describedby={`${field.id}-fault`}
                mono
                className="w-2/5"
                placeholder={t('variableExample')}
                autoFocus={index === fields.length - 1 && field.name === ''}
                autoComplete="off"
                autoCapitalize="none"
                spellCheck={false}
                onPaste={(event) => paste(event, index)}
              />
              <Input
                {...register(`environment.${index}.value`)}
                {...(faults?.value === undefined ? {} : { 'aria-invalid': true })}
                aria-label={t('variableValue', { number: index + 1 })}
                mono
                autoComplete="off"
                autoCapitalize="none"
                spellCheck={false}
              />
              <Button
                variant="quiet"
                size="icon"
                aria-label={t('removeVariable', { number: index + 1 })}
                onClick={() => remove(index)}
              >
                <X aria-hidden />
              </Button>
            </div>
            <p id={`${field.id}-fault`} className="text-xs text-alarm-ink empty:hidden">
              {fault}
            </p>
          </div>
        )
      })}
      <div className="flex items-center gap-3">
        <Button variant="quiet" size="small" onClick={() => append({ name: '', value: '' })}>
          <Plus aria-hidden />
          {t('addVariable')}
        </Button>
        <span className="text-xs text-ink-3">{t('pasteHint')}</span>
      </div>
    </fieldset>
  )
}
