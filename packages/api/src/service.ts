import type { Implementation } from './method.ts'
import type { comparingMethods, comparisonMethods } from './methods/comparisons.ts'
import type { hostMethods } from './methods/host.ts'
import type { pilotMethods } from './methods/index.ts'
import type { operatorMethods } from './methods/operators.ts'
import type { sampleMethods } from './methods/samples.ts'
import type { tenantMethods } from './methods/tenants.ts'

export type { Caller, SignedInOperator } from './caller.ts'

/** Everything the agent can do. The router maps it to tRPC and the client maps it back; the agent implements it. */
export type PilotService = Implementation<typeof pilotMethods>

export type TenantService = Implementation<typeof tenantMethods>
export type HostService = Implementation<typeof hostMethods>
export type SampleService = Implementation<typeof sampleMethods>
export type ComparisonService = Implementation<typeof comparisonMethods>
export type ComparingService = Implementation<typeof comparingMethods>
export type OperatorService = Implementation<typeof operatorMethods>
