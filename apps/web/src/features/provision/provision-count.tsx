'use client'

import { CreateTenantInput, longestList, type CreateManyInput } from '@pilot/contract'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { FormProvider, useForm, useFormContext, useWatch } from 'react-hook-form'
import { useOperation } from '../../client/use-operation.ts'
import { Button } from '../../components/button.tsx'
import { Field } from '../../components/field.tsx'
import { Input } from '../../components/input.tsx'
import { useFormats } from '../../i18n/use-formats.ts'
import { SettingFields } from '../../shared/tenant-form/setting-groups.tsx'
import { useFormResolver } from '../../shared/tenant-form/use-form-resolver.ts'
import { ManyRun } from './many-run.tsx'
import { PlanPanel } from './plan-panel.tsx'
import { emptyMany, keysOfMany, readMany, type ManyValues } from './read-many.ts'
import { usePlan } from './use-plan.ts'

/** Many tenants that are alike but for the number in their name. */
export const ProvisionCount = () => {
  const t = useTranslations('provision')
  const formats = useFormats()
  const form = useForm<ManyValues, unknown, CreateManyInput>({
    resolver: useFormResolver(readMany),
    mode: 'onChange',
    defaultValues: emptyMany,
  })
  const values = useWatch({ control: form.control, compute: (all) => all })
  const read = readMany(values)
  const input = 'input' in read ? read.input : null
  const plan = usePlan(input === null ? null : oneOf(input, `${input.prefix}1`))
  const { run, start, reset } = useOperation()
  const [begun, setBegun] = useState<CreateManyInput | null>(null)

  const make = (input: CreateManyInput): void => {
    setBegun(input)
    void start((agent, signal) => agent.createMany(input, signal))
  }
  const again = (input: CreateManyInput, failed: readonly string[]): void => {
    if (failed.length === 0 || failed.length > longestList) make(input)
    else
      void start((agent, signal) =>
        agent.createList({ tenants: failed.map((name) => oneOf(input, name)) }, signal),
      )
  }
  if (begun !== null)
    return (
      <ManyRun
        run={run}
        total={run.state !== 'running' && run.tenants.size > 0 ? run.done + run.failed : begun.count}
        onRetry={(failed) => again(begun, failed)}
        onBack={() => {
          reset()
          setBegun(null)
        }}
      />
    )
  return (
    <div className="grid grid-cols-[minmax(20rem,26rem)_minmax(0,1fr)] gap-x-12 gap-y-8 max-lg:grid-cols-1">
      <FormProvider {...form}>
        <form
          noValidate
          onSubmit={(event) => void form.handleSubmit(make)(event)}
          className="flex flex-col gap-4"
        >
          <NamesFields />
          <SettingFields keys={keysOfMany} />
          <Button type="submit" variant="primary" className="self-start">
            {t('createCount', { count: input?.count ?? 0 })}
          </Button>
          <p className="text-sm text-ink-2">
            {input === null
              ? null
              : t.rich('countNames', {
                  first: `${input.prefix}1`,
                  last: `${input.prefix}${input.count}`,
                  number: formats.number(input.count),
                  code: (chunks) => <code className="font-mono text-sm">{chunks}</code>,
                })}
          </p>
        </form>
      </FormProvider>
      <PlanPanel
        plan={plan}
        title={t.rich('planFirst', {
          tenant: `${values.prefix}1`,
          code: (chunks) => <code className="font-mono">{chunks}</code>,
        })}
        about={t('planFirstAbout')}
      />
    </div>
  )
}

const NamesFields = () => {
  const t = useTranslations('provision')
  const { register, formState } = useFormContext<ManyValues>()
  const { prefix, count } = formState.errors
  return (
    <div className="grid grid-cols-2 gap-3">
      <Field label={t('prefix')} error={prefix?.message} hint={t('prefixHint')}>
        {(control) => (
          <Input {...control} {...register('prefix')} mono autoFocus autoComplete="off" spellCheck={false} />
        )}
      </Field>
      <Field label={t('count')} error={count?.message} hint={t('countHint')}>
        {(control) => (
          <Input {...control} {...register('count')} mono inputMode="numeric" autoComplete="off" />
        )}
      </Field>
    </div>
  )
}

const oneOf = (input: CreateManyInput, name: string): CreateTenantInput =>
  CreateTenantInput.parse({ ...input, name })
