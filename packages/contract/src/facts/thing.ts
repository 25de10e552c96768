import { z } from 'zod'
import { bare } from './bare.ts'

/** What was looked for and is not there. */
export const Thing = z.discriminatedUnion('code', [
  /** What `create-user` makes. */
  z.object({ code: z.literal('account'), tenant: z.string() }),
  z.object({ code: z.literal('domain'), domain: z.string(), tenant: z.string() }),
  z.object({ code: z.literal('variable'), variable: z.string(), tenant: z.string() }),
  /** That a command line names. */
  z.object({ code: z.literal('file'), path: z.string() }),
  z.object({ code: z.literal('operator'), operator: z.string() }),
  bare('session'),
  bare('token'),
  z.object({ code: z.literal('comparison'), id: z.string() }),
  /** Without `id` any that runs. */
  z.object({ code: z.literal('running-comparison'), id: z.string().optional() }),
])
export type Thing = z.infer<typeof Thing>
