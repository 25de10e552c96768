/**
 * A tenant's state as it is observed, one word everywhere:
 * - `asleep`: its socket listens, no process
 * - `waking`: its program starts
 * - `awake`: its program runs
 * - `failing`: its program crashed again and again; the socket is closed until `retryAt`
 * - `suspended`: closed by an operator
 * - `degraded`: not wholly provisioned; `problem` tells why, the same command heals it
 * - `partial`: made on purpose of some parts only (`create-user` and its like)
 * - `deleted`: gone, but its database and files were kept
 */
export const tenantStates = [
  'asleep',
  'waking',
  'awake',
  'failing',
  'suspended',
  'degraded',
  'partial',
  'deleted',
] as const
