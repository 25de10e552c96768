import { createHash } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import { AuditEntry, type AuditQuery } from '@pilot/contract'

export interface Audit {
  /** Adds a line; its hash covers the line before it, so that no line can be changed or taken out unseen. */
  append(entry: Omit<AuditEntry, 'sequence' | 'hash'>): void
  /** The newest `limit` lines that fit the query, newest first. */
  list(query: AuditQuery): readonly AuditEntry[]
  /** The sequence of the first line that does not fit to the one before; undefined where all do. */
  findBreak(): number | undefined
}

export const createAudit = (database: DatabaseSync): Audit => {
  const last = database.prepare('SELECT * FROM audit ORDER BY sequence DESC LIMIT 1')
  const insert = database.prepare(`
    INSERT INTO audit (sequence, time, actor, source, address, action, tenant, input, result, hash)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`)
  const ascending = database.prepare('SELECT * FROM audit ORDER BY sequence')
  return {
    append: (entry) => {
      const row = last.get()
      const previous = row === undefined ? { sequence: 0, hash: firstHash } : toEntry(row)
      const line = { sequence: previous.sequence + 1, ...entry }
      const { sequence, time, actor, source, address, action, tenant, input, result } = line
      insert.run(
        sequence,
        time,
        actor,
        source,
        address,
        action,
        tenant,
        JSON.stringify(input ?? null),
        result,
        hashLine(previous.hash, { ...line, input: input ?? null }),
      )
    },
    list: (query) => {
      const { where, values } = conditionOf(query)
      return database
        .prepare(`SELECT * FROM audit ${where} ORDER BY sequence DESC LIMIT ?`)
        .all(...values, query.limit)
        .map(toEntry)
    },
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

const conditionOf = (query: AuditQuery): { where: string; values: (string | number)[] } => {
  const conditions = (Object.keys(filters) as (keyof typeof filters)[]).flatMap((name) => {
    const value = query[name]
    if (value === undefined) return []
    return [name === 'result' && value === 'failed' ? anyFailure : { text: filters[name], value }]
  })
  return {
    where: conditions.length === 0 ? '' : `WHERE ${conditions.map(({ text }) => text).join(' AND ')}`,
    values: conditions.map(({ value }) => value),
  }
}

// A query's time may have other digits than those stored, so they are not compared as text.
const filters = {
  tenant: 'tenant = ?',
  actor: 'instr(lower(actor), lower(?)) > 0',
  action: 'action = ?',
  result: 'result = ?',
  since: 'julianday(time) >= julianday(?)',
  until: 'julianday(time) < julianday(?)',
  before: 'sequence < ?',
} as const

const anyFailure = { text: 'result <> ?', value: 'done' }

const firstHash = '0'.repeat(64)

// Lines from before there were addresses were hashed without one, so a line without an address is so too.
const hashLine = (previous: string, { address, ...line }: Omit<AuditEntry, 'hash'>): string =>
  createHash('sha256')
    .update(previous + canonicalJson(address === null ? line : { ...line, address }))
    .digest('hex')

const toEntry = (row: Record<string, unknown>): AuditEntry =>
  AuditEntry.parse({ ...row, input: JSON.parse(String(row['input'])) as unknown })

/** JSON with the keys of every object sorted and no spaces: equal values give equal bytes (RFC 8785's idea). */
const canonicalJson = (value: unknown): string =>
  JSON.stringify(value, (_key, item: unknown) => (isObject(item) ? sortKeys(item) : item))

const isObject = (item: unknown): item is Record<string, unknown> =>
  typeof item === 'object' && item !== null && !Array.isArray(item)

const sortKeys = (item: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)))
