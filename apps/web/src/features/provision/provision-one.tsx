'use client'

import type { CreateTenantInput, PlannedStep } from '@pilot/contract'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { FormProvider, useForm, useWatch } from 'react-hook-form'
import { useOperation } from '../../client/use-operation.ts'
import { Button } from '../../components/button.tsx'
import { Kbd } from '../../components/kbd.tsx'
import { useFaultResolver } from '../../i18n/use-fault-resolver.ts'
import { emptyForm } from './defaults.ts'
import { AdvancedFields } from './fields/advanced-fields.tsx'
import { DomainFields } from './fields/domain-fields.tsx'
import { IdleField } from './fields/idle-field.tsx'
import { NameField } from './fields/name-field.tsx'
import { ProgramFields } from './fields/program-fields.tsx'
import { ProvisionForm, type ProvisionValues } from './form-schema.ts'
import { placeProblem } from './place-problem.ts'
import { PlanPanel } from './plan-panel.tsx'
import { RunPanel } from './run-panel.tsx'
import { useAvailability } from './use-availability.ts'
import { usePlan } from './use-plan.ts'

interface Begun {
  readonly input: CreateTenantInput
  readonly plan: readonly PlannedStep[]
}

/** One tenant: the fields at the left, what they make at the right, and there it is made too. */
export const ProvisionOne = () => {
  const t = useTranslations('provision')
  const form = useForm<ProvisionValues, unknown, CreateTenantInput>({
    resolver: useFaultResolver(ProvisionForm),
    mode: 'onChange',
    defaultValues: emptyForm,
  })
  const values = useWatch({ control: form.control, compute: (all) => all })
  const input = ProvisionForm.safeParse(values).data ?? null
  const plan = usePlan(input)
  const available = useAvailability(
    values.name,
    values.domains.map(({ value }) => value.trim()),
  )
  const [begun, setBegun] = useState<Begun | null>(null)
  const { run, start, reset } = useOperation()
  const isRunning = run.state === 'running'
  const isBlocked =
    available.name === 'taken' ||
    available.name === 'foreign' ||
    values.domains.some(({ value }) => available.ownerOf(value) !== undefined)

  const make = (input: CreateTenantInput, steps: readonly PlannedStep[]): void => {
    setBegun({ input, plan: steps })
    void start((agent, signal) => agent.createTenant(input, signal))
  }
  const submit = form.handleSubmit((input) => {
    if (isBlocked) form.setFocus('name')
    else if (!isRunning) make(input, plan.steps)
  })
  const back = (): void => {
    reset()
    setBegun(null)
  }
  const blamed = plan.problem === null ? undefined : placeProblem(plan.problem).field
  return (
    <div className="grid grid-cols-[minmax(20rem,26rem)_minmax(0,1fr)] gap-x-12 gap-y-8 max-lg:grid-cols-1">
      <FormProvider {...form}>
        <form
          noValidate
          aria-label={t('title')}
          onSubmit={(event) => void submit(event)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void submit(event)
          }}
        >
          <fieldset disabled={begun !== null} className="flex min-w-0 flex-col gap-4">
            <NameField
              available={available.name}
              isForeign={blamed === 'name' && plan.problem?.code === 'foreign-resource'}
            />
            <DomainFields ownerOf={available.ownerOf} />
            <ProgramFields />
            <IdleField />
            <AdvancedFields />
            <div className="flex items-center gap-3 pt-1">
              <Button
                type="submit"
                variant="primary"
                aria-keyshortcuts="Control+Enter Meta+Enter"
                disabled={begun !== null}
              >
                {t('create')}
              </Button>
              <span className="text-xs text-ink-3 max-sm:hidden">
                <Kbd>{t('ctrl')}</Kbd> <Kbd>↵</Kbd>
              </span>
            </div>
          </fieldset>
        </form>
      </FormProvider>
      <div className="min-w-0 lg:sticky lg:top-6 lg:self-start">
        {begun === null ? (
          <PlanPanel
            plan={plan}
            title={t('plan')}
            about={values.name === '' ? t('planEmpty') : t('planAbout')}
          />
        ) : (
          <RunPanel
            name={begun.input.name}
            plan={begun.plan}
            run={run}
            onRetry={() => make(begun.input, begun.plan)}
            onBack={back}
            onAnother={() => {
              form.reset(emptyForm)
              back()
              form.setFocus('name')
            }}
          />
        )}
      </div>
    </div>
  )
}
