'use client'

import { settings, type CreateTenantInput, type PlannedStep, type SettingKey } from '@pilot/contract'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { FormProvider, useForm, useWatch } from 'react-hook-form'
import { useOperation } from '../../client/use-operation.ts'
import { Button } from '../../components/button.tsx'
import { Kbd } from '../../components/kbd.tsx'
import { FormPlaceContext, type DomainOwner } from '../../shared/tenant-form/form-context.tsx'
import { domainOfName, readNew, type NewTenantValues } from '../../shared/tenant-form/read-new.ts'
import { keysFor, SettingFields } from '../../shared/tenant-form/setting-groups.tsx'
import { useAvailability } from '../../shared/tenant-form/use-availability.ts'
import { useFormResolver } from '../../shared/tenant-form/use-form-resolver.ts'
import { newValues } from '../../shared/tenant-form/values.ts'
import { MoreSettings } from './more-settings.tsx'
import { NameField } from './name-field.tsx'
import { placeProblem } from './place-problem.ts'
import { PlanPanel } from './plan-panel.tsx'
import { RunPanel } from './run-panel.tsx'
import { usePlan } from './use-plan.ts'

/** What everybody looks at; every other setting has a good default, and stands below. */
const first: readonly SettingKey[] = ['domains', 'command', 'idle']
const more = keysFor(true).filter((key) => !first.includes(key))

const emptyForm: NewTenantValues = { name: '', ...newValues(settings) }

interface Begun {
  readonly input: CreateTenantInput
  readonly plan: readonly PlannedStep[]
}

/** One tenant: the fields at the left, what they make at the right, and there it is made too. */
export const ProvisionOne = () => {
  const t = useTranslations('provision')
  const form = useForm<NewTenantValues, unknown, CreateTenantInput>({
    resolver: useFormResolver(readNew),
    mode: 'onChange',
    defaultValues: emptyForm,
  })
  const values = useWatch({ control: form.control, compute: (all) => all })
  const read = readNew(values)
  const input = 'input' in read ? read.input : null
  const plan = usePlan(input)
  const domains = (values.lists['domains'] ?? []).map(({ text }) => text.trim())
  const available = useAvailability(values.name, domains)
  // A name that is taken is told of at the name.
  const ownerOf = (domain: string): DomainOwner | undefined => {
    const owner = available.ownerOf(domain)
    return owner?.tenant === values.name ? undefined : owner
  }
  const [begun, setBegun] = useState<Begun | null>(null)
  const { run, start, reset } = useOperation()
  const isRunning = run.state === 'running'
  const isBlocked =
    available.name === 'taken' ||
    available.name === 'foreign' ||
    domains.some((domain) => ownerOf(domain) !== undefined)

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
            <FormPlaceContext value={{ openDomain: domainOfName(values.name), ownerOf }}>
              <SettingFields keys={first} />
              <MoreSettings keys={more} />
            </FormPlaceContext>
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
