import type { Step } from '../step.ts'
import { steps } from '../steps/index.ts'
import type { Tenant } from '../tenant.ts'

/** The steps that the tenant's wish names, in the order in which they are made. */
export const wishedSteps = (tenant: Tenant): readonly Step[] =>
  steps.filter(({ name }) => tenant.spec.parts.includes(name))

/**
 * The same in the order in which they are taken away: first no visitor, then no program, then the data, and the
 * files last, since the account's uid stands on them.
 */
export const wishedStepsForRemoval = (tenant: Tenant): readonly Step[] => {
  const order = ['route', 'socket', 'units', 'database', 'account', 'directories']
  return [...wishedSteps(tenant)].sort((a, b) => order.indexOf(a.name) - order.indexOf(b.name))
}
