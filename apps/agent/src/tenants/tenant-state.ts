import { isWhole, partsOf, type SeenReason, type StateReason, type TenantState } from '@pilot/contract'
import type { FailureRecord, TenantRecord } from '../store/index.ts'
import type { UnitSeen } from '../units/system-units.ts'

/** A tenant's units as they are found; undefined for one that is not loaded. */
export interface TenantUnits {
  readonly socket: UnitSeen | undefined
  readonly service: UnitSeen | undefined
  readonly proxy: UnitSeen | undefined
}

export interface Seen {
  readonly record: TenantRecord
  /** An operation of it runs or was interrupted. */
  readonly unfinished: boolean
  readonly units: TenantUnits
  readonly failure: FailureRecord | undefined
  /** Why its units could not be seen, in the words of who could not be asked. */
  readonly unseen?: string | undefined
}

export interface StateSeen {
  readonly state: TenantState
  readonly reason: StateReason
  /** Milliseconds since 1970. */
  readonly since: number | null
}

/** One word for what is wished and what is found, and why. The first rule that fits counts. */
export const stateOf = (seen: Seen): StateSeen => fromWish(seen) ?? fromUnseen(seen) ?? fromUnits(seen)

const fromWish = ({ record, unfinished }: Seen): StateSeen | undefined => {
  const { spec, wish, problem } = record
  const since = Date.parse(record.updatedAt)
  if (problem !== null) return { state: 'degraded', reason: { code: 'problem', problem }, since }
  if (unfinished) return { state: 'degraded', reason: { code: 'being-changed' }, since }
  if (wish !== 'present') return { state: 'deleted', reason: { code: 'deleted' }, since }
  if (!isWhole(spec))
    return { state: 'partial', reason: { code: 'made-of-parts', parts: [...partsOf(spec)] }, since }
  if (spec.suspended) return { state: 'suspended', reason: { code: 'suspended' }, since }
  return undefined
}

const fromUnseen = ({ unseen }: Seen): StateSeen | undefined =>
  unseen === undefined
    ? undefined
    : { state: 'degraded', reason: { code: 'unseen', detail: unseen }, since: null }

const fromUnits = ({ units: { socket, service, proxy }, failure }: Seen): StateSeen => {
  const since = (unit: UnitSeen | undefined): number | null => unit?.stateChangedAt ?? null
  const closed: StateSeen = { state: 'degraded', reason: closedReason(socket), since: since(socket) }
  if (failure !== undefined && failure.retryAt !== null)
    return { state: 'failing', reason: failureReason(failure), since: failure.failedAt }
  if ([service, proxy].some((unit) => unit?.active === 'activating'))
    return { state: 'waking', reason: { code: 'starting' }, since: since(service) }
  // Who comes to a closed socket is answered 503, whatever runs behind it.
  if (service?.active === 'active')
    return socket?.active === 'active'
      ? { state: 'awake', reason: { code: 'running' }, since: since(service) }
      : closed
  if (service?.active === 'deactivating')
    return { state: 'awake', reason: { code: 'ending' }, since: since(service) }
  if (socket?.active === 'active')
    return { state: 'asleep', reason: asleepReason(failure), since: latest(since(service), since(socket)) }
  // Only in user scope: there the tenant's own manager closes the socket after a failure.
  if (service?.active === 'failed')
    return {
      state: 'failing',
      reason: { code: 'failed-briefly', lastLine: null },
      since: since(service),
    }
  return closed
}

/** Of its last run's end, if there was one, and the opening of its socket. */
const latest = (...times: readonly (number | null)[]): number | null => {
  const known = times.filter((time) => time !== null)
  return known.length === 0 ? null : Math.max(...known)
}

const failureReason = ({ count, result, status }: FailureRecord): SeenReason => ({
  code: 'failed-again',
  count,
  result,
  status,
  lastLine: null,
})

const asleepReason = (failure: FailureRecord | undefined): SeenReason =>
  failure === undefined
    ? { code: 'listening', ranUntil: null }
    : { code: 'listening-after-failure', result: failure.result }

const closedReason = (socket: UnitSeen | undefined): SeenReason => ({
  code: 'socket-closed',
  socket: socket?.active ?? null,
})
