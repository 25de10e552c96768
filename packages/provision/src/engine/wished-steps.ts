import { hasPart } from '@pilot/contract'
import type { Step } from '../step.ts'
import type { Tenant } from '../tenant.ts'
import { making, removing } from './order.ts'

/** The steps that the tenant's wish names, in the order in which they are made. */
export const wishedSteps = ({ spec }: Tenant): readonly Step[] =>
  making.filter(({ name }) => hasPart(spec, name))

/** The same in the order in which they are taken away. */
export const wishedStepsForRemoval = ({ spec }: Tenant): readonly Step[] =>
  removing.filter(({ name }) => hasPart(spec, name))
