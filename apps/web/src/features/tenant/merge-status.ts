import type { TenantStatus } from '@pilot/contract'

/**
 * A live change over what was known. A change tells nothing of processes, memory and connections: those stay until
 * the next look while the state is the same, and are gone with it.
 */
export const mergeStatus = (known: TenantStatus | undefined, changed: TenantStatus): TenantStatus => {
  if (known === undefined) return changed
  const { connections, processes, pss, memoryCurrent, state } = known
  return state === changed.state ? { ...changed, connections, processes, pss, memoryCurrent } : changed
}
