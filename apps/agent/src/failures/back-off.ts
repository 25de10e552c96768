import type { TenantName } from '@pilot/contract'
import type { Host } from '@pilot/host/ports'
import { openSocket } from '@pilot/provision'
import { unitNames } from '@pilot/render'
import type { Logger } from 'pino'
import type { Changes } from '../operations/changes.ts'
import type { Queue } from '../operations/queue.ts'
import type { Store, TenantRecord } from '../store/index.ts'
import { climb, type UnitFailure } from './ladder.ts'

/** Keeps a crash-looping tenant from spinning: closes its socket for a while, and opens it again. */
export interface BackOff {
  /** Tenants whose socket is closed now. */
  readonly waiting: number
  /** Takes up what the store knows: a pause that is over ends now, another goes on. */
  resume(): void
  /** Counts a failure, and where it is one too many closes the socket as soon as no operation of the tenant runs. */
  note(failure: UnitFailure): void
  /** Forgets the tenant's failures: it was provisioned anew, or deleted. */
  forget(tenant: TenantName): void
  stop(): void
}

interface Parts {
  readonly store: Store
  readonly host: Host
  readonly log: Logger
  readonly now: () => Date
  readonly queue: Queue
  readonly changes: Changes
}

export const createBackOff = ({ store, host, log, now, queue, changes }: Parts): BackOff => {
  const timers = new Map<TenantName, NodeJS.Timeout>()

  const reopenAt = (tenant: TenantName, retryAt: number): NodeJS.Timeout => {
    clearTimeout(timers.get(tenant))
    const timer = setTimeout(
      () => void queue.run(tenant, () => reopen(tenant, timer)),
      Math.max(0, retryAt - now().getTime()),
    )
    timers.set(tenant, timer)
    return timer
  }

  // Both wait for their turn, so that they undo no suspend or delete. Meanwhile the pause may have ended otherwise:
  // forgotten, or begun anew with another timer.
  const close = async (tenant: TenantName, timer: NodeJS.Timeout): Promise<void> => {
    if (timers.get(tenant) !== timer || findOpen(store, tenant) === undefined) return
    try {
      await host.systemd.stop(unitNames(tenant, 'system').socket)
    } catch (error) {
      log.error({ err: error, tenant }, 'cannot close the socket of a failing program')
    }
  }

  const reopen = async (tenant: TenantName, timer: NodeJS.Timeout): Promise<void> => {
    if (timers.get(tenant) !== timer) return
    try {
      const record = findOpen(store, tenant)
      if (record !== undefined) await openSocket(record, host.systemd)
      timers.delete(tenant)
      const failure = store.failures.find(tenant)
      // The minute without a failure begins when the program can run again.
      if (failure !== undefined) store.failures.put({ ...failure, retryAt: null, failedAt: now().getTime() })
      changes.tell()
    } catch (error) {
      log.error({ err: error, tenant }, 'cannot open the socket again; trying in 30 s')
      reopenAt(tenant, now().getTime() + 30_000)
    }
  }

  return {
    get waiting() {
      return timers.size
    },
    resume: () => {
      for (const { tenant, retryAt } of store.failures.list()) if (retryAt !== null) reopenAt(tenant, retryAt)
    },
    note: (unitFailure) => {
      const { tenant } = unitFailure
      if (timers.has(tenant) || findOpen(store, tenant) === undefined) return
      const before = store.failures.find(tenant)
      // An agent that starts anew finds a unit failed that the last one has counted.
      if (before !== undefined && before.failedAt >= unitFailure.at) return
      const failure = climb(unitFailure, before, now().getTime())
      store.failures.put(failure)
      changes.tell()
      log.warn(failure, 'the program failed')
      if (failure.retryAt === null) return
      // Before the stop: what was stored is taken up again if the agent dies here.
      const timer = reopenAt(tenant, failure.retryAt)
      void queue.run(tenant, () => close(tenant, timer))
    },
    forget: (tenant) => {
      clearTimeout(timers.get(tenant))
      timers.delete(tenant)
      store.failures.remove(tenant)
      changes.tell()
    },
    stop: () => {
      for (const timer of timers.values()) clearTimeout(timer)
      timers.clear()
    },
  }
}

/** undefined where its socket is not to be open, or not ours to open: in user scope pilot-backoff.service does it. */
const findOpen = (store: Store, tenant: TenantName): TenantRecord | undefined => {
  const record = store.tenants.find(tenant)
  return record?.wish === 'present' && !record.spec.suspended && record.spec.scope === 'system'
    ? record
    : undefined
}
