import { z } from 'zod'

/** How long a tenant stays awake with no open connection, in milliseconds: 100 ms to 7 days. */
export const IdleMilliseconds = z
  .int()
  .min(100)
  .max(7 * 24 * 3600 * 1000)
  .brand('IdleMilliseconds')
export type IdleMilliseconds = z.infer<typeof IdleMilliseconds>

/** The same when none is given. */
export const defaultIdle: IdleMilliseconds = IdleMilliseconds.parse(5 * 60_000)
