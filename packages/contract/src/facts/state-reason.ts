import { z } from 'zod'
import { Problem } from '../problem.ts'
import { StepName } from '../step-name.ts'
import { bare } from './bare.ts'

/** What the program printed last; null where that is not known, or was not asked for. */
const lastLine = z.string().nullable()

/** Why a tenant is in its state, as far as that is seen on it. */
export const SeenReason = z.discriminatedUnion('code', [
  bare('being-changed'),
  bare('deleted'),
  z.object({ code: z.literal('made-of-parts'), parts: z.array(StepName) }),
  bare('suspended'),

  /** `detail` is for logs and `--json`, as in the problem `service-down`. */
  z.object({ code: z.literal('unseen'), detail: z.string() }),
  /** `socket` is systemd's ActiveState=; null where it is not loaded. */
  z.object({ code: z.literal('socket-closed'), socket: z.string().nullable() }),
  /** `result` is systemd's Result=, `status` the exit status or signal number. */
  z.object({
    code: z.literal('failed-again'),
    count: z.int(),
    result: z.string(),
    status: z.int().nullable(),
    lastLine,
  }),
  z.object({ code: z.literal('failed-briefly'), lastLine }),

  bare('starting'),
  bare('running'),
  bare('ending'),
  z.object({ code: z.literal('kept-awake'), connections: z.int() }),
  /** After so many milliseconds. */
  z.object({ code: z.literal('awake-until-idle'), idle: z.int() }),
  /** `ranUntil` is ISO 8601; null where it has not run, or nobody asked. */
  z.object({ code: z.literal('listening'), ranUntil: z.iso.datetime().nullable() }),
  z.object({ code: z.literal('listening-after-failure'), result: z.string() }),
])
export type SeenReason = z.infer<typeof SeenReason>

/** Why a tenant is in its state: what is seen on it, or the problem that the last operation on it met. */
export const StateReason = z.discriminatedUnion('code', [
  z.object({ code: z.literal('problem'), problem: Problem }),
  ...SeenReason.options,
])
export type StateReason = z.infer<typeof StateReason>
