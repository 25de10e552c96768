'use client'

import { defaultIdleTime, TenantName, type CreateManyInput, type CreateTenantInput } from '@pilot/contract'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import { useFaultResolver } from '../../i18n/use-fault-resolver.ts'
import { useOperation } from '../../client/use-operation.ts'
import { Button } from '../../components/button.tsx'
import { Field } from '../../components/field.tsx'
import { Input } from '../../components/input.tsx'
import { useFormats } from '../../i18n/use-formats.ts'
import { CountForm, type CountValues } from './count-schema.ts'
import { ScopeField } from './fields/scope-field.tsx'
import { ManyRun } from './many-run.tsx'
import { PlanPanel } from './plan-panel.tsx'
import { longestList } from './read-list.ts'

import { usePlan } from './use-plan.ts'

/** Many tenants that are alike but for the number in their name. */
export const ProvisionCount = () => {
  const t = useTranslations('provision')
  const formats = useFormats()
  const { register, control, handleSubmit, formState } = useForm<CountValues, unknown, CreateManyInput>({
    resolver: useFaultResolver(CountForm),
    mode: 'onChange',
    defaultValues: { prefix: 'user', count: '10', idle: defaultIdleTime, scope: 'system' },
  })
  const values = useWatch({ control, compute: (all) => all })
  const input = CountForm.safeParse(values).data ?? null
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
  const { errors } = formState
  return (
    <div className="grid grid-cols-[minmax(20rem,26rem)_minmax(0,1fr)] gap-x-12 gap-y-8 max-lg:grid-cols-1">
      <form noValidate onSubmit={(event) => void handleSubmit(make)(event)} className="flex flex-col gap-4">
        <div className="grid grid-cols-2 gap-3">
          <Field label={t('prefix')} error={errors.prefix?.message} hint={t('prefixHint')}>
            {(control) => (
              <Input
                {...control}
                {...register('prefix')}
                mono
                autoFocus
                autoComplete="off"
                spellCheck={false}
              />
            )}
          </Field>
          <Field label={t('count')} error={errors.count?.message} hint={t('countHint')}>
            {(control) => (
              <Input {...control} {...register('count')} mono inputMode="numeric" autoComplete="off" />
            )}
          </Field>
        </div>
        <Field label={t('idle')} error={errors.idle?.message} hint={t('idleHint')}>
          {(control) => <Input {...control} {...register('idle')} mono className="w-32" autoComplete="off" />}
        </Field>
        <ScopeField field={register('scope')} />
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
      <PlanPanel plan={plan} title={t('planFirst')} about={t('planFirstAbout')} />
    </div>
  )
}

const oneOf = ({ idle, scope }: CreateManyInput, name: string): CreateTenantInput => ({
  name: TenantName.parse(name),
  ...(idle === undefined ? {} : { idle }),
  ...(scope === undefined ? {} : { scope }),
})
