import { z } from 'zod'
import { bare } from './bare.ts'

/** What somebody may not do. */
export const Action = z.discriminatedUnion('code', [
  /** A method of the agent or, from a stranger, any name. */
  z.object({ code: z.literal('call'), method: z.string() }),
  /** A command of `pilot`, such as `create-tenant`. */
  z.object({ code: z.literal('command'), command: z.string() }),
  /** The agent's socket at this path. */
  z.object({ code: z.literal('open'), path: z.string() }),
  /** To go on with a stream that had been permitted. */
  bare('listen'),
])
export type Action = z.infer<typeof Action>
