'use client'

import type { Availability } from '@pilot/contract'
import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { useFormContext, useWatch } from 'react-hook-form'
import { Field } from '../../components/field.tsx'
import { Input } from '../../components/input.tsx'
import { domainOfName, type NewTenantValues } from '../../shared/tenant-form/read-new.ts'

interface NameFieldProps {
  readonly available: Availability['name']
  /** The plan found a stranger of this name. */
  readonly isForeign: boolean
}

/** The name, which fills the domain as long as nobody wrote another. */
export const NameField = ({ available, isForeign }: NameFieldProps) => {
  const t = useTranslations('provision')
  const { register, getValues, setValue, clearErrors, formState } = useFormContext<NewTenantValues>()
  const name = useWatch<NewTenantValues, 'name'>({ name: 'name' })
  const invalid = formState.errors.name?.message
  const refused =
    available === 'taken'
      ? t('nameTaken')
      : available === 'foreign' || isForeign
        ? t('nameForeign')
        : undefined

  const fillDomain = (next: string): void => {
    const [first, ...others] = getValues('lists.domains')
    if (first === undefined || others.length > 0) return
    if (first.text !== '' && first.text !== domainOfName(name)) return
    const domain = domainOfName(next)
    setValue('lists.domains.0.text', domain, { shouldValidate: domain !== '' })
    if (domain === '') clearErrors('lists.domains')
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
