'use client'

import { ComparedVariant } from '@pilot/contract'
import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { Checkbox } from '../../components/checkbox.tsx'

interface VariantChoiceProps {
  readonly chosen: readonly ComparedVariant[]
  readonly onChange: (chosen: ComparedVariant[]) => void
}

/** Which variants are compared; at least one. */
export const VariantChoice = ({ chosen, onChange }: VariantChoiceProps) => {
  const t = useTranslations('compare')
  return (
    <fieldset>
      <legend className="pb-1 text-sm font-medium">{t('start.variants')}</legend>
      <div className="grid gap-x-4 gap-y-1.5 sm:grid-cols-2">
        {ComparedVariant.options.map((variant) => (
          <Choice
            key={variant}
            label={t(`variants.${variant}`)}
            checked={chosen.includes(variant)}
            onChange={(checked) =>
              onChange(
                ComparedVariant.options.filter((each) =>
                  each === variant ? checked : chosen.includes(each),
                ),
              )
            }
          />
        ))}
      </div>
      <p className="min-h-4 pt-1 text-xs text-alarm-ink" role="alert">
        {chosen.length === 0 ? t('start.noVariant') : null}
      </p>
    </fieldset>
  )
}

interface ChoiceProps {
  readonly label: string
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
}

const Choice = ({ label, checked, onChange }: ChoiceProps) => {
  const id = useId()
  return (
    <span className="flex items-center gap-2">
      <Checkbox id={id} checked={checked} onCheckedChange={(next) => onChange(next === true)} />
      <label htmlFor={id}>{label}</label>
    </span>
  )
}
