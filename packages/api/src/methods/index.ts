import { comparingMethods, comparisonMethods } from './comparisons.ts'
import { hostMethods } from './host.ts'
import { operatorMethods } from './operators.ts'
import { sampleMethods } from './samples.ts'
import { tenantMethods } from './tenants.ts'

/**
 * Every method of the service, what it takes and who may call it: the whole authority of a socket, and of a role on
 * the bridge, is written in these files.
 */
export const pilotMethods = {
  ...tenantMethods,
  ...hostMethods,
  ...sampleMethods,
  ...comparisonMethods,
  ...comparingMethods,
  ...operatorMethods,
}
