import { explain, isWhole, partsOf, type TenantState } from '@pilot/contract'
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
  /** Why its units could not be seen: a clause without a full stop. */
  readonly unseen?: string | undefined
}

export interface StateSeen {
  readonly state: TenantState
  /** One sentence: why. */
  readonly reason: string
  /** Milliseconds since 1970. */
  readonly since: number | null
}

/** One word for what is wished and what is found, and why. The first rule that fits counts. */
export const stateOf = (seen: Seen): StateSeen => fromWish(seen) ?? fromUnseen(seen) ?? fromUnits(seen)

const fromWish = ({ record, unfinished }: Seen): StateSeen | undefined => {
  const { spec, wish, problem } = record
  const since = Date.parse(record.updatedAt)
  if (problem !== null) return { state: 'degraded', reason: explain(problem), since }
  if (unfinished) return { state: 'degraded', reason: 'It is being changed right now.', since }
  if (wish !== 'present')
    return { state: 'deleted', reason: 'It was deleted; its database and files are kept.', since }
  if (!isWhole(spec))
    return { state: 'partial', reason: `It was made of ${partsOf(spec).join(', ')} only.`, since }
  if (spec.suspended) return { state: 'suspended', reason: 'An operator suspended it.', since }
  return undefined
}

const fromUnseen = ({ unseen }: Seen): StateSeen | undefined =>
  unseen === undefined
    ? undefined
    : {
        state: 'degraded',
        reason: `Its systemd manager cannot be asked (${unseen}); "pilot suspend" and "pilot resume" restart it.`,
        since: null,
      }

const fromUnits = ({ units: { socket, service, proxy }, failure }: Seen): StateSeen => {
  const since = (unit: UnitSeen | undefined): number | null => unit?.stateChangedAt ?? null
  const closed: StateSeen = { state: 'degraded', reason: closedReason(socket), since: since(socket) }
  if (failure !== undefined && failure.retryAt !== null)
    return { state: 'failing', reason: failureReason(failure), since: failure.failedAt }
  if ([service, proxy].some((unit) => unit?.active === 'activating'))
    return { state: 'waking', reason: 'Its program is starting.', since: since(service) }
  // Who comes to a closed socket is answered 503, whatever runs behind it.
  if (service?.active === 'active')
    return socket?.active === 'active'
      ? { state: 'awake', reason: 'Its program runs.', since: since(service) }
      : closed
  if (service?.active === 'deactivating')
    return { state: 'awake', reason: 'Its program is ending.', since: since(service) }
  if (socket?.active === 'active')
    return { state: 'asleep', reason: asleepReason(failure), since: since(service) ?? since(socket) }
  // Only in user scope: there the tenant's own manager closes the socket after a failure.
  if (service?.active === 'failed')
    return {
      state: 'failing',
      reason: 'Its program failed; its socket opens again in a moment.',
      since: since(service),
    }
  return closed
}

const failureReason = ({ count, result, status }: FailureRecord): string =>
  `Its program failed ${count} times in a row (${result}${status === null ? '' : ` ${status}`}).`

const asleepReason = (failure: FailureRecord | undefined): string =>
  failure === undefined
    ? 'Its socket listens; the next request wakes it.'
    : `Its socket listens; its last run failed (${failure.result}).`

const closedReason = (socket: UnitSeen | undefined): string =>
  `Its socket is not open (${socket?.active ?? 'not loaded'}); "pilot create-tenant" with its name heals it.`
