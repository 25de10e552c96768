import type { Caller } from '@pilot/api/service'

/** Whoever filled the simulated machine. */
export const caller: Caller = {
  source: 'root',
  actor: 'root',
  address: null,
  userAgent: null,
  operator: null,
}

/** Who does not leave. */
export const never = new AbortController().signal
