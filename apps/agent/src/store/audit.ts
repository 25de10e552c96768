import { createHash } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import { AuditEntry } from '@pilot/contract'
import { canonicalJson } from './canonical-json.ts'

export interface Audit {
  /** Adds a line; its hash covers the line before it, so that no line can be changed or taken out unseen. */
  append(entry: Omit<AuditEntry, 'sequence' | 'hash'>): void
  /** The newest `limit` lines, newest first, of one tenant or of all. */
  list(query: { tenant?: string | undefined; limit: number }): readonly AuditEntry[]
  /** The sequence of the first line that does not fit to the one before; undefined where all do. */
  findBreak(): number | undefined
}

export const createAudit = (database: DatabaseSync): Audit => {
  const last = database.prepare('SELECT * FROM audit ORDER BY sequence DESC LIMIT 1')
  const insert = database.prepare(`
    INSERT INTO audit (sequence, time, actor, source, action, tenant, input, result, hash)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`)
  const ofTenant = database.prepare('SELECT * FROM audit WHERE tenant = ? ORDER BY sequence DESC LIMIT ?')
  const ofAll = database.prepare('SELECT * FROM audit ORDER BY sequence DESC LIMIT ?')
  const ascending = database.prepare('SELECT * FROM audit ORDER BY sequence')
  return {
    append: (entry) => {
      const row = last.get()
      const previous = row === undefined ? { sequence: 0, hash: firstHash } : toEntry(row)
      const line = { sequence: previous.sequence + 1, ...entry }
      const { sequence, time, actor, source, action, tenant, input, result } = line
      insert.run(
        sequence,
        time,
        actor,
        source,
        action,
        tenant,
        JSON.stringify(input ?? null),
        result,
        hashLine(previous.hash, { ...line, input: input ?? null }),
      )
    },
    list: ({ tenant, limit }) =>
      (tenant === undefined ? ofAll.all(limit) : ofTenant.all(tenant, limit)).map(toEntry),
    findBreak: () => {
      let previous = firstHash
      let expected = 1
      for (const row of ascending.iterate()) {
        const { hash, ...line } = toEntry(row)
        if (line.sequence !== expected || hash !== hashLine(previous, line)) return line.sequence
        previous = hash
        expected += 1
      }
      return undefined
    },
  }
}

const firstHash = '0'.repeat(64)

const hashLine = (previous: string, line: Omit<AuditEntry, 'hash'>): string =>
  createHash('sha256')
    .update(previous + canonicalJson(line))
    .digest('hex')

const toEntry = (row: Record<string, unknown>): AuditEntry =>
  AuditEntry.parse({ ...row, input: JSON.parse(String(row['input'])) as unknown })
