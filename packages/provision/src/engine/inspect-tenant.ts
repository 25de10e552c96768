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
export const inspectTenant = async (tenant: Tenant, host: Host): Promise<readonly StepInspection[]> => {
  const found: StepInspection[] = []
  for (const step of wishedSteps(tenant))
    found.push({ step: step.name, inspection: await step.inspect(tenant, host) })
  return found
}
