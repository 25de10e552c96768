'use client'

import { ChevronRight } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import { Field } from '../../../components/field.tsx'
import { Input } from '../../../components/input.tsx'
import { RadioCard } from '../../../components/radio-card.tsx'
import { splitCommand } from '../../../shared/tenant/command-line.ts'
import { isProxied, type ProvisionValues } from '../form-schema.ts'
import { EnvironmentFields } from './environment-fields.tsx'
import { ScopeField } from './scope-field.tsx'

/** What has a good default: scope, activation, environment, limits. */
export const AdvancedFields = () => {
  const t = useTranslations('provision')
  const { formState, register } = useFormContext<ProvisionValues>()
  const { environment, memoryMax, cpuQuota, tasksMax } = formState.errors
  const [isOpen, setOpen] = useState(false)
  const hasFault = [environment, memoryMax, cpuQuota, tasksMax].some((fault) => fault !== undefined)
  return (
    <details
      open={isOpen || hasFault}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
      className="group border-t pt-3"
    >
      <summary className="flex list-none items-center gap-1 rounded-sm text-sm font-medium [&::-webkit-details-marker]:hidden">
        <ChevronRight aria-hidden className="size-4 text-ink-3 transition-transform group-open:rotate-90" />
        {t('more')}
        <span className="font-normal text-ink-3 group-open:invisible max-sm:hidden">{t('moreAbout')}</span>
      </summary>
      <div className="flex flex-col gap-5 pt-4">
        <ScopeField field={register('scope')} />
        <ActivationFields />
        <EnvironmentFields />
        <LimitFields />
      </div>
    </details>
  )
}

/** Only for a command: the sample app is always native. */
const ActivationFields = () => {
  const t = useTranslations('provision')
  const { register, control } = useFormContext<ProvisionValues>()
  const [program, line, activation] = useWatch({ control, name: ['program', 'command', 'activation'] })
  if (program === 'sample') return null
  const command = splitCommand(line) ?? []
  const chosen = activation === 'auto' ? undefined : activation
  return (
    <>
      <fieldset className="flex flex-col gap-2">
        <legend className="mb-1 text-sm font-medium">{t('activation')}</legend>
        <RadioCard
          {...register('activation')}
          value="auto"
          title={t('activationAuto')}
          about={isProxied(command, undefined) ? t('activationAutoProxied') : t('activationAutoNative')}
        />
        <RadioCard
          {...register('activation')}
          value="native"
          title={t('activationNative')}
          about={t('activationNativeAbout')}
        />
        <RadioCard
          {...register('activation')}
          value="proxied"
          title={t('activationProxied')}
          about={t('activationProxiedAbout')}
        />
      </fieldset>
      {isProxied(command, chosen) ? (
        <fieldset className="flex flex-col gap-2">
          <legend className="mb-1 text-sm font-medium">{t('listen')}</legend>
          <RadioCard
            {...register('listen')}
            value="port"
            title={t('listenPort')}
            about={t('listenPortAbout')}
          />
          <RadioCard
            {...register('listen')}
            value="socket"
            title={t('listenSocket')}
            about={t('listenSocketAbout')}
          />
        </fieldset>
      ) : null}
    </>
  )
}

const limits = ['memoryMax', 'cpuQuota', 'tasksMax'] as const

const LimitFields = () => {
  const t = useTranslations('provision')
  const { register, formState } = useFormContext<ProvisionValues>()
  return (
    <fieldset className="grid grid-cols-3 gap-x-3 max-sm:grid-cols-1">
      <legend className="mb-1 text-sm font-medium">{t('limits')}</legend>
      {limits.map((limit) => (
        <Field
          key={limit}
          label={t(`limit.${limit}`)}
          hint={t(`limitHint.${limit}`)}
          error={formState.errors[limit]?.message}
        >
          {(control) => (
            <Input
              {...control}
              {...register(limit)}
              mono
              autoComplete="off"
              spellCheck={false}
              placeholder={t('unlimited')}
            />
          )}
        </Field>
      ))}
    </fieldset>
  )
}
