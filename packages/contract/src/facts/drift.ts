import { z } from 'zod'
import { bare } from './bare.ts'

/** How one thing on the machine differs from the wish. */
export const Drift = z.discriminatedUnion('code', [
  bare('not-there'),
  bare('not-wished'),
  /** Octal, four digits. */
  z.object({ code: z.literal('mode'), found: z.string(), wished: z.string() }),
  z.object({ code: z.literal('owner'), found: z.int(), wished: z.int() }),
  z.object({ code: z.literal('group'), found: z.int(), wished: z.int() }),
  bare('text'),
  bare('empty-directory'),
  z.object({ code: z.literal('points-to'), target: z.string().nullable() }),
  z.object({ code: z.literal('leads-to'), target: z.string() }),

  /** Of the account: what a crash between /etc/group and /etc/passwd leaves. */
  bare('only-group'),

  /** systemd's LoadState= of a unit. */
  z.object({ code: z.literal('load'), unit: z.string(), load: z.string() }),
  z.object({ code: z.literal('not-reread'), unit: z.string() }),
  /** systemd's ActiveState= of the thing itself. */
  z.object({ code: z.literal('active'), active: z.string() }),
  /** By systemd's names and units (org.freedesktop.systemd1(5)); null for no limit. */
  z.object({
    code: z.literal('limit'),
    name: z.enum(['MemoryMax', 'CPUQuotaPerSecUSec', 'TasksMax']),
    found: z.number().nullable(),
    wished: z.number().nullable(),
  }),
  z.object({
    code: z.literal('socket-kind'),
    path: z.string(),
    kind: z.enum(['file', 'directory', 'symlink', 'other']),
  }),
  z.object({ code: z.literal('socket-missing'), path: z.string() }),
  z.object({ code: z.literal('socket-group'), path: z.string(), found: z.int(), wished: z.int() }),

  /** What a suspended tenant still has. */
  bare('still-lingers'),
  z.object({ code: z.literal('still-active'), unit: z.string(), active: z.string() }),
  z.object({ code: z.literal('still-processes'), count: z.int() }),
  z.object({ code: z.literal('still-runs'), unit: z.string() }),
  z.object({ code: z.literal('still-there'), path: z.string() }),
  bare('still-opens-at-boot'),

  /** Of the role. */
  bare('no-login'),
  z.object({ code: z.literal('connection-limit'), found: z.int(), wished: z.int() }),
  z.object({ code: z.literal('no-member'), role: z.string() }),
  bare('superuser'),
  bare('creates-roles'),
  bare('creates-databases'),

  /** Of the database. */
  bare('not-open'),
  bare('public-connects'),
  bare('borrowed'),
])
export type Drift = z.infer<typeof Drift>
