'use client'

import { settings, type SetTenantInput, type TenantName, type TenantSpec } from '@pilot/contract'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { FormProvider, useForm, useWatch } from 'react-hook-form'
import { useAgent } from '../../../client/agent.ts'
import { useOperation } from '../../../client/use-operation.ts'
import { Button } from '../../../components/button.tsx'
import { ProblemPanel } from '../../../components/problem-panel.tsx'
import { Section } from '../../../components/section.tsx'
import { useToasts } from '../../../components/toaster.tsx'
import { useFormats } from '../../../i18n/use-formats.ts'
import { FormPlaceContext } from '../../../shared/tenant-form/form-context.tsx'
import { readChange } from '../../../shared/tenant-form/read-change.ts'
import { keysFor, SettingGroups } from '../../../shared/tenant-form/setting-groups.tsx'
import { useAvailability } from '../../../shared/tenant-form/use-availability.ts'
import { useFormResolver } from '../../../shared/tenant-form/use-form-resolver.ts'
import { valuesOf, type SettingValues } from '../../../shared/tenant-form/values.ts'
import { detailsKey } from '../queries.ts'
import { problemIn } from '../use-power.ts'
import { SettingsPreview } from './settings-preview.tsx'
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
  const { form, change } = useChangeForm(spec)
  const { run, save } = useSave(name, onSaved)
  const isDirty = change.state !== 'same'
  const isRunning = run.state === 'running'
  const isChangedElsewhere = JSON.stringify(current) !== JSON.stringify(spec) && run.state === 'idle'
  const problem = run.state === 'failed' ? problemIn(run, name) : null
  useLeaveGuard(isDirty && run.state !== 'done', t('leave'))
  return (
    <FormProvider {...form}>
      <form
        noValidate
        className="grid gap-x-10 gap-y-6 lg:grid-cols-[minmax(0,1fr)_minmax(0,26rem)]"
        onSubmit={(event) => void form.handleSubmit(save)(event)}
      >
        <fieldset disabled={isRunning} className="min-w-0">
          {isChangedElsewhere ? <ChangedElsewhere onReset={onReset} /> : null}
          <Fields spec={spec} />
        </fieldset>
        <aside
          className="flex min-w-0 flex-col gap-3 self-start lg:sticky lg:top-6"
          aria-labelledby="preview"
        >
          <h2 id="preview" className="font-semibold">
            {t('preview')}
          </h2>
          <SettingsPreview change={change} run={run.state === 'idle' ? undefined : run.tenants.get(name)} />
          {problem === null ? null : <ProblemPanel problem={problem} />}
          <div className="flex gap-2">
            <Button type="submit" variant="primary" busy={isRunning} disabled={change.state !== 'changed'}>
              {run.state === 'failed' ? t('retry') : t('save')}
            </Button>
            {isDirty && !isRunning ? <Button onClick={onReset}>{t('discard')}</Button> : null}
          </div>
        </aside>
      </form>
    </FormProvider>
  )
}

/** The form of the settings, and what it would change as it is typed. */
const useChangeForm = (spec: TenantSpec) => {
  const read = useMemo(
    () => (values: SettingValues) => {
      const change = readChange(spec, values)
      if (change.state === 'faulty') return { faults: change.faults }
      return { input: change.state === 'same' ? { name: spec.name } : change.input }
    },
    [spec],
  )
  const form = useForm<SettingValues, unknown, SetTenantInput>({
    resolver: useFormResolver(read),
    mode: 'onChange',
    defaultValues: useMemo(() => valuesOf(settings, spec), [spec]),
  })
  const values = useWatch({ control: form.control, compute: (all) => all })
  return { form, change: readChange(spec, values) }
}

const useSave = (name: TenantName, onSaved: (spec: TenantSpec) => void) => {
  const t = useTranslations('tenant.settings')
  const toasts = useToasts()
  const formats = useFormats()
  const agent = useAgent()
  const cache = useQueryClient()
  const { run, start } = useOperation()
  const save = async (input: SetTenantInput): Promise<void> => {
    const ended = await start((agent, signal) => agent.setTenant(input, signal))
    if (ended.state !== 'done') return
    toasts.done(t('saved', { tenant: name, duration: formats.duration(ended.milliseconds) }))
    const status = await agent.show({ name })
    cache.setQueryData(detailsKey(name), status)
    onSaved(status.spec)
  }
  return { run, save }
}

const ChangedElsewhere = ({ onReset }: { onReset: () => void }) => {
  const t = useTranslations('tenant.settings')
  return (
    <p role="status" className="mb-4 flex flex-wrap items-center gap-3 rounded-md border px-3 py-2">
      {t('changedElsewhere')}
      <Button size="small" onClick={onReset}>
        {t('reload')}
      </Button>
    </p>
  )
}

const keys = keysFor(false)

const Fields = ({ spec }: { spec: TenantSpec }) => {
  const typed = useWatch<SettingValues, 'lists.domains'>({ name: 'lists.domains' })
  const known: readonly string[] = spec.domains
  const { ownerOf } = useAvailability(
    '',
    typed.map(({ text }) => text.trim()).filter((domain) => !known.includes(domain)),
  )
  return (
    <FormPlaceContext value={{ spec, openDomain: '', ownerOf }}>
      <SettingGroups keys={keys}>
        {({ title, about, fields }) => (
          <Section title={title} description={about}>
            {fields}
          </Section>
        )}
      </SettingGroups>
    </FormPlaceContext>
  )
}
