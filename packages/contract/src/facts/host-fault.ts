import { z } from 'zod'

/** How something that Pilot asked of the machine ended otherwise than it should. */
export const HostFault = z.discriminatedUnion('code', [
  /** `words` are its last ones, empty for none; `exitCode` is null where it did not come to its own end. */
  z.object({
    code: z.literal('program-failed'),
    program: z.string(),
    exitCode: z.int().nullable(),
    words: z.string(),
  }),
  /** `result` is that of systemd's job, or the LoadState= of a unit that none can be made for. */
  z.object({ code: z.literal('job-ended'), unit: z.string(), result: z.string() }),
  z.object({ code: z.literal('processes-remain'), uid: z.int() }),
  /** An answer of Caddy's admin API, with its status and words. */
  z.object({
    code: z.literal('caddy-refused'),
    method: z.string(),
    path: z.string(),
    status: z.int(),
    words: z.string(),
  }),
])
export type HostFault = z.infer<typeof HostFault>
