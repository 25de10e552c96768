import type { DatabaseSync } from 'node:sqlite'
import type { TenantRecord } from './tenant-record.ts'

/**
 * The records as they were parsed, since parsing thousands takes longer than all else that a list does. The agent
 * alone writes the store, so what nobody wrote has not changed.
 */
export interface TenantCache {
  find(name: string): TenantRecord | undefined
  list(): readonly TenantRecord[]
  /** It was written: the next look reads it from the store. */
  forget(name: string): void
}

export const createCache = (
  database: DatabaseSync,
  read: (name: string) => TenantRecord | undefined,
  readAll: () => readonly TenantRecord[],
): TenantCache => {
  let records: Map<string, TenantRecord> | undefined
  let all: readonly TenantRecord[] | undefined
  // Written since they were read. In a transaction they stay here, as it may be rolled back.
  const written = new Set<string>()

  const refresh = (target: Map<string, TenantRecord>): Map<string, TenantRecord> => {
    for (const name of written) {
      const record = read(name)
      if (record === undefined) target.delete(name)
      else target.set(name, record)
    }
    return target
  }

  return {
    find: (name) => (records === undefined || written.has(name) ? read(name) : records.get(name)),
    list: () => {
      if (records !== undefined && all !== undefined && written.size === 0) return all
      if (database.isTransaction)
        return records === undefined ? readAll() : inOrder(refresh(new Map(records)))
      if (records === undefined) records = new Map(readAll().map((record) => [record.spec.name, record]))
      else refresh(records)
      written.clear()
      all = inOrder(records)
      return all
    },
    forget: (name) => {
      written.add(name)
    },
  }
}

// By bytes, as SQLite orders them; a name is ASCII.
const inOrder = (records: ReadonlyMap<string, TenantRecord>): readonly TenantRecord[] =>
  [...records.values()].sort((a, b) => (a.spec.name < b.spec.name ? -1 : 1))
