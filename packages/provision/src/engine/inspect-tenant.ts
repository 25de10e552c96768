import type { StepName } from '@pilot/contract'
import type { Host } from '@pilot/host/ports'
import type { Inspection } from '../step.ts'
import type { Tenant } from '../tenant.ts'
import { wishedSteps } from './wished-steps.ts'

export interface StepInspection {
  readonly step: StepName
  readonly inspection: Inspection
}

/**
 * What is there of each wished part. Only reads.
 *
 * @throws PilotError `service-down`
 */
export const inspectTenant = (tenant: Tenant, host: Host): Promise<readonly StepInspection[]> =>
  Promise.all(
    wishedSteps(tenant).map(async (step) => ({
      step: step.name,
      inspection: await step.inspect(tenant, host),
    })),
  )
