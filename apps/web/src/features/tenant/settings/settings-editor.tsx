'use client'

import type { SetTenantInput, TenantName, TenantSpec } from '@pilot/contract'
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useDeferredValue, useState } from 'react'
import { useAgent } from '../../../client/agent.ts'
import type { TenantRun } from '../../../client/operation-run.ts'
import { problemOf } from '../../../client/problem-of.ts'
import { useOperation } from '../../../client/use-operation.ts'
import { Button } from '../../../components/button.tsx'
import { Field } from '../../../components/field.tsx'
import { Input } from '../../../components/input.tsx'
import { ProblemPanel } from '../../../components/problem-panel.tsx'
import { Select } from '../../../components/select.tsx'
import { Section } from '../../../components/section.tsx'
import { useToasts } from '../../../components/toaster.tsx'
import { useFormats } from '../../../i18n/use-formats.ts'
import { TenantPlan } from '../../../shared/plan/tenant-plan.tsx'
import { detailsKey } from '../queries.ts'
import { problemIn } from '../use-power.ts'
import { DomainsField } from './domains-field.tsx'
import { EnvironmentField } from './environment-field.tsx'
import { changeOf, formOf, type Fault, type SettingsForm } from './settings-form.ts'
import { useLeaveGuard } from './use-leave-guard.ts'

interface SettingsEditorProps {
  readonly name: TenantName
  /** The settings that the form began with. */
  readonly spec: TenantSpec
  /** The settings as they are now, which somebody else may have changed. */
  readonly current: TenantSpec
  readonly onReset: () => void
  readonly onSaved: (spec: TenantSpec) => void
}

/** The form, beside it what a save will do; saving ticks the same steps off. */
export const SettingsEditor = ({ name, spec, current, onReset, onSaved }: SettingsEditorProps) => {
  const t = useTranslations('tenant.settings')
  const toasts = useToasts()
  const formats = useFormats()
  const agent = useAgent()
  const cache = useQueryClient()
  const [form, setForm] = useState(() => formOf(spec))
  const { run, start } = useOperation()
  const change = changeOf(spec, form)
  const dirty = change.state !== 'same'
  useLeaveGuard(dirty && run.state !== 'done', t('leave'))

  const faultAt = (path: string): string | undefined => {
    const fault: Fault | undefined = change.state === 'faulty' ? change.faults.get(path) : undefined
    return fault === undefined ? undefined : t(`faults.${fault}`)
  }
  const set = (part: Partial<SettingsForm>): void => setForm((before) => ({ ...before, ...part }))
  const save = async (input: SetTenantInput): Promise<void> => {
    const ended = await start((agent, signal) => agent.setTenant(input, signal))
    if (ended.state !== 'done') return
    toasts.done(t('saved', { tenant: name, duration: formats.duration(ended.milliseconds) }))
    const status = await agent.show({ name })
    cache.setQueryData(detailsKey(name), status)
    onSaved(status.spec)
  }
  const text = (field: 'idle' | 'runtimeMax' | 'memoryMax' | 'cpuQuota' | 'tasksMax') => (
    <Field label={t(field)} hint={t(`hints.${field}`)} error={faultAt(field)}>
      {(control) => (
        <Input
          {...control}
          name={field}
          value={form[field]}
          onChange={({ target }) => set({ [field]: target.value })}
        />
      )}
    </Field>
  )
  const changedElsewhere = JSON.stringify(current) !== JSON.stringify(spec) && run.state === 'idle'
  return (
    <form
      className="grid gap-x-10 gap-y-6 lg:grid-cols-[minmax(0,1fr)_minmax(0,26rem)]"
      onSubmit={(event) => {
        event.preventDefault()
        if (change.state === 'changed') void save(change.input)
      }}
    >
      <fieldset disabled={run.state === 'running'} className="min-w-0">
        {changedElsewhere ? (
          <p role="status" className="mb-4 flex flex-wrap items-center gap-3 rounded-md border px-3 py-2">
            {t('changedElsewhere')}
            <Button size="small" onClick={onReset}>
              {t('reload')}
            </Button>
          </p>
        ) : null}
        <Section title={t('groups.program')}>
          <Field label={t('command')} hint={t('hints.command')} error={faultAt('command')}>
            {(control) => (
              <Input
                {...control}
                mono
                name="command"
                spellCheck={false}
                value={form.command}
                onChange={({ target }) => set({ command: target.value })}
              />
            )}
          </Field>
          <div className="grid gap-x-4 pt-2 sm:grid-cols-2">
            <Field label={t('activation')} hint={t(`activationHints.${form.activation}`)}>
              {(control) => (
                <Select
                  {...control}
                  value={form.activation}
                  onChange={({ target }) => set({ activation: target.value as SettingsForm['activation'] })}
                >
                  <option value="native">{t('activations.native')}</option>
                  <option value="proxied">{t('activations.proxied')}</option>
                </Select>
              )}
            </Field>
            {form.activation === 'proxied' ? (
              <Field label={t('listen')} hint={t(`listenHints.${form.listen}`)}>
                {(control) => (
                  <Select
                    {...control}
                    value={form.listen}
                    onChange={({ target }) => set({ listen: target.value as SettingsForm['listen'] })}
                  >
                    <option value="port">{t('listens.port')}</option>
                    <option value="socket">{t('listens.socket')}</option>
                  </Select>
                )}
              </Field>
            ) : null}
          </div>
        </Section>
        <Section title={t('groups.time')}>
          <div className="grid gap-x-4 sm:grid-cols-2">
            {text('idle')}
            {text('runtimeMax')}
          </div>
        </Section>
        <Section title={t('domains')}>
          <DomainsField
            domains={form.domains}
            known={spec.domains}
            faultAt={faultAt}
            onChange={(domains) => set({ domains })}
          />
        </Section>
        <Section title={t('groups.limits')} description={t('limitsHint')}>
          <div className="grid gap-x-4 sm:grid-cols-3">
            {text('memoryMax')}
            {text('cpuQuota')}
            {text('tasksMax')}
          </div>
        </Section>
        <Section title={t('environment')} description={t('environmentHint')}>
          <EnvironmentField
            environment={form.environment}
            faultAt={faultAt}
            onChange={(environment) => set({ environment })}
          />
        </Section>
      </fieldset>
      <aside className="flex min-w-0 flex-col gap-3 self-start lg:sticky lg:top-6" aria-labelledby="preview">
        <h2 id="preview" className="font-semibold">
          {t('preview')}
        </h2>
        <Preview change={change} run={run.state === 'idle' ? undefined : run.tenants.get(name)} />
        {run.state === 'failed' && problemIn(run, name) !== null ? (
          <ProblemPanel problem={problemIn(run, name) ?? { code: 'overloaded' }} />
        ) : null}
        <div className="flex gap-2">
          <Button
            type="submit"
            variant="primary"
            busy={run.state === 'running'}
            disabled={change.state !== 'changed'}
          >
            {run.state === 'failed' ? t('retry') : t('save')}
          </Button>
          {dirty && run.state !== 'running' ? <Button onClick={onReset}>{t('discard')}</Button> : null}
        </div>
      </aside>
    </form>
  )
}

interface PreviewProps {
  readonly change: ReturnType<typeof changeOf>
  readonly run: TenantRun | undefined
}

const Preview = ({ change, run }: PreviewProps) => {
  const t = useTranslations('tenant.settings')
  const agent = useAgent()
  // Typing need not wait for the plan.
  const input = useDeferredValue(change.state === 'changed' ? JSON.stringify(change.input) : '')
  const { data, error, isPlaceholderData } = useQuery({
    queryKey: ['planSet', input],
    queryFn: ({ signal }) => agent.planSet(JSON.parse(input) as SetTenantInput, signal),
    enabled: input !== '' && run === undefined,
    placeholderData: keepPreviousData,
    staleTime: 0,
  })
  if (change.state === 'same') return <p className="min-h-9 text-ink-2">{t('noChange')}</p>
  if (change.state === 'faulty') return <p className="min-h-9 text-ink-2">{t('mendFirst')}</p>
  if (error !== null) return <ProblemPanel problem={problemOf(error)} />
  if (data === undefined) return <p className="min-h-9 animate-appear text-ink-2">{t('planning')}</p>
  return (
    <div aria-busy={isPlaceholderData}>
      <TenantPlan plan={data} run={run} />
    </div>
  )
}
