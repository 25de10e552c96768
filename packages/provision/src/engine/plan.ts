import type { PlannedStep } from '@pilot/contract'
import type { Host } from '@pilot/host/ports'
import type { Inspection, RemoveOptions, Step } from '../step.ts'
import type { Tenant } from '../tenant.ts'
import { wishedSteps, wishedStepsForRemoval } from './wished-steps.ts'

/**
 * What `converge` would do, with the texts that it would write. Only reads.
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
  const about = { tenant: tenant.spec.name, step: step.name, artefacts: [...step.artefacts(tenant)] }
  switch (found.state) {
    case 'absent':
      return { ...about, action: 'create', detail: '' }
    case 'foreign':
      return { ...about, action: 'foreign', detail: strangerDetail(found) }
    case 'ours':
      return {
        ...about,
        action: found.drift.length === 0 ? 'keep' : 'change',
        detail: found.drift.join('; '),
      }
  }
}

const planRemoval = (step: Step, tenant: Tenant, found: Inspection, options: RemoveOptions): PlannedStep => {
  const about = { tenant: tenant.spec.name, step: step.name }
  switch (found.state) {
    case 'absent':
      return { ...about, action: 'keep', detail: 'nothing is there', artefacts: [] }
    case 'foreign':
      return { ...about, action: 'foreign', detail: strangerDetail(found), artefacts: [] }
    case 'ours': {
      const { action, detail, artefacts } = step.removal(tenant, options)
      return { ...about, action, detail, artefacts: [...artefacts] }
    }
  }
}

const strangerDetail = (found: Extract<Inspection, { state: 'foreign' }>): string =>
  `the ${found.kind} ${found.name} was not made by Pilot and stays as it is`
