'use client'

import { Eye, EyeOff, Plus, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '../../../components/button.tsx'
import { Input } from '../../../components/input.tsx'
import type { Variable } from './settings-form.ts'

interface EnvironmentFieldProps {
  readonly environment: readonly Variable[]
  readonly faultAt: (path: string) => string | undefined
  readonly onChange: (environment: readonly Variable[]) => void
}

/** One variable on each line; values are hidden until they are asked for. */
export const EnvironmentField = ({ environment, faultAt, onChange }: EnvironmentFieldProps) => {
  const t = useTranslations('tenant.settings')
  const [shown, setShown] = useState<ReadonlySet<string>>(new Set())
  const reveal = (id: string, reveal: boolean): void =>
    setShown((before) =>
      reveal ? new Set([...before, id]) : new Set([...before].filter((each) => each !== id)),
    )
  return (
    <div className="flex flex-col gap-2">
      {environment.map((variable, index) => {
        const { id, name, value } = variable
        const isShown = shown.has(id)
        const fault = faultAt(`environment.${index}.name`) ?? faultAt(`environment.${index}.value`)
        return (
          <div key={id} className="flex flex-col gap-1">
            <div className="flex gap-2">
              <Input
                mono
                className="w-2/5"
                aria-label={t('variableName')}
                aria-invalid={faultAt(`environment.${index}.name`) === undefined ? undefined : true}
                aria-describedby={fault === undefined ? undefined : `variable-${index}`}
                spellCheck={false}
                autoComplete="off"
                value={name}
                onChange={({ target }) =>
                  onChange(environment.with(index, { ...variable, name: target.value }))
                }
              />
              <Input
                mono
                type={isShown ? 'text' : 'password'}
                aria-label={t('variableValue', { name })}
                aria-invalid={faultAt(`environment.${index}.value`) === undefined ? undefined : true}
                aria-describedby={fault === undefined ? undefined : `variable-${index}`}
                spellCheck={false}
                autoComplete="new-password"
                value={value}
                onChange={({ target }) =>
                  onChange(environment.with(index, { ...variable, value: target.value }))
                }
              />
              <Button
                size="icon"
                variant="quiet"
                aria-pressed={isShown}
                aria-label={t('reveal', { name })}
                onClick={() => reveal(id, !isShown)}
              >
                {isShown ? <EyeOff aria-hidden /> : <Eye aria-hidden />}
              </Button>
              <Button
                size="icon"
                variant="quiet"
                aria-label={t('removeVariable', { name })}
                onClick={() => onChange(environment.toSpliced(index, 1))}
              >
                <X aria-hidden />
              </Button>
            </div>
            {fault === undefined ? null : (
              <p id={`variable-${index}`} role="alert" className="text-xs text-alarm-ink">
                {fault}
              </p>
            )}
          </div>
        )
      })}
      <Button
        size="small"
        className="self-start"
        onClick={() => {
          const id = crypto.getRandomValues(new Uint32Array(2)).join('-')
          reveal(id, true)
          onChange([...environment, { id, name: '', value: '' }])
        }}
      >
        <Plus aria-hidden />
        {t('addVariable')}
      </Button>
    </div>
  )
}
