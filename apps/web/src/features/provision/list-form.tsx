'use client'

import { columnsOf, settings } from '@pilot/contract'
import { Upload } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useId, type ChangeEvent, type DragEvent } from 'react'
import { Button } from '../../components/button.tsx'
import { Field } from '../../components/field.tsx'
import { Textarea } from '../../components/input.tsx'

interface ListFormProps {
  readonly text: string
  readonly error: string | undefined
  /** Tenants that it would make or heal; 0 where that is not certain. */
  readonly count: number
  readonly canCreate: boolean
  readonly onChange: (text: string) => void
  readonly onCreate: () => void
}

/** A list to paste, to drop as a file, or to choose. */
export const ListForm = ({ text, error, count, canCreate, onChange, onCreate }: ListFormProps) => {
  const t = useTranslations('provision.list')
  const file = useId()
  const readFile = async (chosen: File | undefined): Promise<void> => {
    if (chosen !== undefined) onChange(await chosen.text())
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (canCreate) onCreate()
      }}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event: DragEvent) => {
        event.preventDefault()
        void readFile(event.dataTransfer.files[0])
      }}
      className="flex flex-col gap-3"
    >
      <Field label={t('text')} hint={t('hint', { columns: columnsOf(settings).join(', ') })} error={error}>
        {(control) => (
          <Textarea
            {...control}
            mono
            autoFocus
            rows={12}
            spellCheck={false}
            value={text}
            onChange={({ target }) => onChange(target.value)}
            placeholder={t('example')}
          />
        )}
      </Field>
      <div className="flex flex-wrap items-center gap-2">
        <Button type="submit" variant="primary" disabled={!canCreate}>
          {t('create', { count })}
        </Button>
        <Button asChild>
          <label htmlFor={file} className="has-focus-visible:outline-2">
            <Upload aria-hidden />
            {t('file')}
            <input
              id={file}
              type="file"
              accept=".csv,.tsv,.txt,text/csv,text/plain"
              className="sr-only"
              onChange={({ target }: ChangeEvent<HTMLInputElement>) => {
                void readFile(target.files?.[0])
                target.value = ''
              }}
            />
          </label>
        </Button>
      </div>
    </form>
  )
}
