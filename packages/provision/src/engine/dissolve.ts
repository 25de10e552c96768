import type { Host } from '@pilot/host/ports'
import type { RemoveOptions } from '../step.ts'
import type { Tenant } from '../tenant.ts'
import { perform } from './perform.ts'
import type { OnEvent } from './perform.ts'
import { wishedStepsForRemoval } from './wished-steps.ts'

/**
 * Takes a tenant away, step by step (order.ts). Without `purge` the database stays
 * with a role that cannot log in, and the home with its contents, closed and owned by root. What a stranger made
 * stays in any case. Run again, it goes on where it stopped.
 *
 * @throws PilotError `service-down`; `step-failed` for everything else
 */
export const dissolve = async (tenant: Tenant, host: Host, options: DissolveOptions): Promise<void> => {
  for (const step of wishedStepsForRemoval(tenant))
    await perform(step, tenant, options.onEvent, () => step.remove(tenant, host, options))
}

export interface DissolveOptions extends RemoveOptions {
  readonly onEvent?: OnEvent
}
