import type { Host, UnitFound } from '@pilot/host/ports'
import pLimit from 'p-limit'
import type { TenantRecord } from '../store/index.ts'
import type { Changes } from '../operations/changes.ts'
import { lookLimit, managerOf } from './manager.ts'

/** The units of tenants in user scope, each asked of its own manager, which costs a program each time. */
export interface UserUnits {
  /** As they are at this moment. */
  now(record: TenantRecord): Promise<readonly UnitFound[]>
  /** The same; while somebody keeps them what was found last, and they are asked anew behind it once a second. */
  of(record: TenantRecord): Promise<readonly UnitFound[]>
  /** Keeps what is found, and tells `changes` of it, until the answer is called. */
  keep(): () => void
}

export const createUserUnits = (host: Host, changes: Changes): UserUnits => {
  const look = pLimit(8)
  const kept = new Map<string, Kept>()
  let keepers = 0

  const now: UserUnits['now'] = async (record) => {
    const units = look(async () =>
      (await managerOf(host, record, lookLimit)).list(['pilot.*', 'pilot-proxy.*']),
    )
    await units.catch(() => undefined)
    if (keepers > 0) {
      kept.set(record.spec.name, { units, at: performance.now(), asking: false })
      changes.tell()
    }
    return units
  }

  return {
    now,
    of: (record) => {
      const known = kept.get(record.spec.name)
      if (keepers === 0 || known === undefined) return now(record)
      if (!known.asking && performance.now() - known.at > keptFor) {
        // A manager that its tenant has stopped answers late or never: nobody waits for it but this.
        known.asking = true
        now(record).catch(() => undefined)
      }
      return known.units
    },
    keep: () => {
      keepers += 1
      return () => {
        keepers -= 1
        if (keepers === 0) kept.clear()
      }
    },
  }
}

interface Kept {
  readonly units: Promise<readonly UnitFound[]>
  readonly at: number
  asking: boolean
}

const keptFor = 1000
