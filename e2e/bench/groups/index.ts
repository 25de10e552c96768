import { agent } from './agent.ts'
import { coldStart } from './cold-start.ts'
import { compare } from './compare.ts'
import type { Group } from './group.ts'
import { idleExit } from './idle-exit.ts'
import { isolation } from './isolation.ts'
import { memory } from './memory.ts'
import { provisioning } from './provisioning.ts'
import { rest } from './rest.ts'
import { sampling } from './sampling.ts'
import { steps } from './steps.ts'
import { warmTraffic } from './warm-traffic.ts'

/** In this order: provisioning makes the many tenants that all after it stand beside. */
export const groups = [
  { name: 'cold-start', title: 'Cold start: connect to first byte', measure: coldStart },
  { name: 'warm-traffic', title: 'Warm traffic: 16 connections', measure: warmTraffic },
  { name: 'idle-exit', title: 'Idle exit: POSTs around the idle time', measure: idleExit },
  { name: 'agent', title: 'One call', measure: agent },
  { name: 'rest', title: 'Pilot itself (PSS)', measure: rest },
  { name: 'steps', title: 'Steps for one more tenant with database and domain', measure: steps },
  { name: 'isolation', title: 'Isolation: the same probes inside each', measure: isolation },
  { name: 'compare', title: 'pilot compare', measure: compare },
  { name: 'provisioning', title: 'Provisioning: one more', measure: provisioning },
  { name: 'memory', title: 'Memory for each that nobody visits (PSS)', measure: memory },
  { name: 'sampling', title: 'Sampling, beside these tenants', measure: sampling },
] as const satisfies readonly Group[]

export type GroupName = (typeof groups)[number]['name']
