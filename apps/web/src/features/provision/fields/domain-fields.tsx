'use client'

import { Plus, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useFieldArray, useFormContext, useWatch } from 'react-hook-form'
import { Button } from '../../../components/button.tsx'
import { Field } from '../../../components/field.tsx'
import { Input } from '../../../components/input.tsx'
import { domainOf } from '../defaults.ts'
import type { ProvisionValues } from '../form-schema.ts'

/** The domains, one in each line; the first is filled by the name. */
export const DomainFields = ({ ownerOf }: { ownerOf: (domain: string) => string | undefined }) => {
  const t = useTranslations('provision')
  const { register, control, formState } = useFormContext<ProvisionValues>()
  const { fields, append, remove } = useFieldArray({ control, name: 'domains' })
  const [values, name] = useWatch({ control, name: ['domains', 'name'] })
  return (
    <div className="flex flex-col gap-1">
      {fields.map((field, index) => {
        const found = ownerOf(values[index]?.value.trim() ?? '')
        // A name that is taken was told of already.
        const owner = found === name ? undefined : found
        const invalid = formState.errors.domains?.[index]?.value?.message
        return (
          <Field
            key={field.id}
            label={index === 0 ? t('domain') : t('domainNumber', { number: index + 1 })}
            error={invalid ?? (owner === undefined ? undefined : t('domainTaken', { tenant: owner }))}
            hint={index === 0 ? t('domainHint') : undefined}
          >
            {(control) => (
              <div className="flex gap-1">
                <Input
                  {...control}
                  {...register(`domains.${index}.value`)}
                  mono
                  {...(fields.length === 1 ? { placeholder: domainOf(name) } : {})}
                  autoComplete="off"
                  autoCapitalize="none"
                  spellCheck={false}
                />
                {fields.length === 1 ? null : (
                  <Button
                    variant="quiet"
                    size="icon"
                    aria-label={t('removeDomain')}
                    onClick={() => remove(index)}
                  >
                    <X aria-hidden />
                  </Button>
                )}
              </div>
            )}
          </Field>
        )
      })}
      <Button variant="quiet" size="small" className="self-start" onClick={() => append({ value: '' })}>
        <Plus aria-hidden />
        {t('addDomain')}
      </Button>
    </div>
  )
}
