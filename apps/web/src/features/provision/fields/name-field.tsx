'use client'

import { TenantName, type Availability } from '@pilot/contract'
import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { useFormContext, useWatch } from 'react-hook-form'
import { Field } from '../../../components/field.tsx'
import { Input } from '../../../components/input.tsx'
import { domainOf } from '../defaults.ts'
import type { ProvisionValues } from '../form-schema.ts'

interface NameFieldProps {
  readonly available: Availability['name']
  /** The plan found a stranger of this name. */
  readonly isForeign: boolean
}

/** The name, which fills the domain as long as nobody wrote another. */
export const NameField = ({ available, isForeign }: NameFieldProps) => {
  const t = useTranslations('provision')
  const { register, getValues, setValue, clearErrors, formState } = useFormContext<ProvisionValues>()
  const name = useWatch<ProvisionValues, 'name'>({ name: 'name' })
  const invalid = formState.errors.name?.message
  const refused =
    available === 'taken'
      ? t('nameTaken')
      : available === 'foreign' || isForeign
        ? t('nameForeign')
        : undefined

  const fillDomain = (next: string): void => {
    const { domains } = getValues()
    const [first] = domains
    if (domains.length !== 1 || (first?.value !== '' && first?.value !== domainOf(name))) return
    const isName = TenantName.safeParse(next).success
    setValue('domains.0.value', domainOf(next), { shouldValidate: isName })
    if (!isName) clearErrors('domains')
  }
  const field = register('name', {
    onChange: (event: { target: { value: string } }) => fillDomain(event.target.value),
  })
  return (
    <Field
      label={t('name')}
      error={invalid ?? refused}
      hint={available === 'kept' ? t('nameKept') : available === 'free' ? t('nameFree') : t('nameHint')}
      aside={
        available === 'taken' && invalid === undefined ? (
          <Link href={`/tenants/${name}`} className="underline underline-offset-2">
            {t('toTenant', { tenant: name })}
          </Link>
        ) : undefined
      }
    >
      {(control) => (
        <Input
          {...control}
          {...field}
          mono
          autoFocus
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          data-available={available ?? 'unknown'}
        />
      )}
    </Field>
  )
}
