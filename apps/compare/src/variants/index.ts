import type { ComparedMachine, ComparedVariant } from '@pilot/contract'
import type { CompareAgent } from '../agent.ts'
import { containers } from './containers.ts'
import { docker } from './docker.ts'
import { podman } from './podman.ts'
import { processes } from './processes.ts'
import { tenants } from './tenants.ts'
import type { Variant } from './variant.ts'

export type { Variant } from './variant.ts'

interface Parts {
  readonly agent: CompareAgent
  readonly id: string
  readonly machine: ComparedMachine
}

export const createVariants = ({ agent, id, machine }: Parts): Record<ComparedVariant, Variant> => ({
  tenant: tenants({ agent, id, variant: 'tenant' }),
  'user-tenant': tenants({ agent, id, variant: 'user-tenant' }),
  awake: tenants({ agent, id, variant: 'awake' }),
  podman: containers(podman({ hasPids: machine.controllers?.includes('pids') === true }), id),
  docker: containers(docker(), id),
  process: processes(),
})
