import { z } from 'zod'
import { TenantState } from '../tenant-state.ts'
import { bare } from './bare.ts'
import { Drift } from './drift.ts'
import { HostFault } from './host-fault.ts'
import { Stranger } from './stranger.ts'

/** One thing on the machine that a step looks at. */
export const Subject = z.object({
  kind: z.enum([
    'path',
    'units',
    'domain',
    'account',
    'manager',
    'role',
    'database',
    'limits',
    'caddy-routes',
  ]),
  /** A path, names of units, a domain, whose it is, or where Caddy is asked. */
  name: z.string(),
})
export type Subject = z.infer<typeof Subject>

const UnitJob = z.object({ unit: z.string(), tenant: z.string(), result: z.string() })

/** Why a step would act, or could not: one fact. */
export const StepDetail = z.discriminatedUnion('code', [
  z.object({ code: z.literal('missing'), subject: Subject }),
  z.object({ code: z.literal('differs'), subject: Subject, drift: Drift }),
  /** Somebody else made it, and it stays as it is. */
  z.object({ code: z.literal('foreign'), ...Stranger.shape }),

  /** After it was made. */
  bare('not-there-afterwards'),
  z.object({ code: z.literal('foreign-meanwhile'), ...Stranger.shape }),
  /** `result` is that of systemd's job. */
  z.object({ code: z.literal('unit-did-not-start'), ...UnitJob.shape }),
  z.object({ code: z.literal('unit-did-not-stop'), ...UnitJob.shape }),
  ...HostFault.options,

  /** What removal does. */
  bare('nothing-there'),
  z.object({ code: z.literal('domains-lead-nowhere'), domains: z.array(z.string()) }),
  z.object({ code: z.literal('socket-closes'), unit: z.string() }),
  z.object({ code: z.literal('units-go'), tenant: z.string() }),
  z.object({ code: z.literal('database-goes'), database: z.string() }),
  z.object({ code: z.literal('database-kept'), database: z.string() }),
  z.object({ code: z.literal('account-goes'), account: z.string(), uid: z.int(), filesKept: z.boolean() }),
  z.object({ code: z.literal('files-go'), path: z.string() }),
  z.object({ code: z.literal('files-kept'), path: z.string() }),

  /** What a command that only opens, closes, starts or stops would do in the tenant's state; null for nothing. */
  z.object({
    code: z.literal('in-state'),
    tenant: z.string(),
    state: TenantState,
    effect: z.enum(['program-starts', 'program-stops', 'socket-opens', 'socket-closes']).nullable(),
  }),
])
export type StepDetail = z.infer<typeof StepDetail>
