import { withoutSecrets, type PlannedStep, type StepDetail, type Stranger } from '@pilot/contract'
import type { Host } from '@pilot/host/ports'
import type { Inspection, RemoveOptions, Step } from '../step.ts'
import type { Tenant } from '../tenant.ts'
import { wishedSteps, wishedStepsForRemoval } from './wished-steps.ts'

/**
 * What `converge` would do, with the texts that it would write, in which secrets are hidden. Only reads.
 *
 * @throws PilotError `service-down`
 */
export const plan = (tenant: Tenant, host: Host): Promise<PlannedStep[]> =>
  Promise.all(
    wishedSteps(tenant).map(async (step) => planStep(step, tenant, await step.inspect(tenant, host))),
  )

/** What `dissolve` would do. Only reads; throws as `plan` does. */
export const planDissolve = (tenant: Tenant, host: Host, options: RemoveOptions): Promise<PlannedStep[]> =>
  Promise.all(
    wishedStepsForRemoval(tenant).map(async (step) =>
      planRemoval(step, tenant, await step.inspect(tenant, host), options),
    ),
  )

const planStep = (step: Step, tenant: Tenant, found: Inspection): PlannedStep => {
  const about = { tenant: tenant.spec.name, step: step.name, artefacts: [...step.artefacts(toldOf(tenant))] }
  switch (found.state) {
    case 'absent':
      return { ...about, action: 'create', details: [] }
    case 'foreign':
      return { ...about, action: 'foreign', details: [stays(found)] }
    case 'ours':
      return {
        ...about,
        action: found.drift.length === 0 ? 'keep' : 'change',
        details: [...found.drift],
      }
  }
}

const planRemoval = (step: Step, tenant: Tenant, found: Inspection, options: RemoveOptions): PlannedStep => {
  const about = { tenant: tenant.spec.name, step: step.name }
  switch (found.state) {
    case 'absent':
      return { ...about, action: 'keep', details: [{ code: 'nothing-there' }], artefacts: [] }
    case 'foreign':
      return { ...about, action: 'foreign', details: [stays(found)], artefacts: [] }
    case 'ours': {
      const { action, details, artefacts } = step.removal(toldOf(tenant), options)
      return { ...about, action, details: [...details], artefacts: [...artefacts] }
    }
  }
}

const stays = ({ kind, name }: Stranger): StepDetail => ({ code: 'foreign', kind, name })

/** The tenant as a plan may show it. */
const toldOf = (tenant: Tenant): Tenant => ({
  ...tenant,
  spec: withoutSecrets(tenant.spec, { hideMaps: false }),
})
