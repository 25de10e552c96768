import type { Step } from '../step.ts'
import type { Tenant } from '../tenant.ts'
import { making, removing } from './order.ts'

/** The steps that the tenant's wish names, in the order in which they are made. */
export const wishedSteps = (tenant: Tenant): readonly Step[] =>
  making.filter(({ name }) => tenant.spec.parts.includes(name))

/** The same in the order in which they are taken away. */
export const wishedStepsForRemoval = (tenant: Tenant): readonly Step[] =>
  removing.filter(({ name }) => tenant.spec.parts.includes(name))
