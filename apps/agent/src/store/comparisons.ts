import type { DatabaseSync } from 'node:sqlite'
import { Comparison, Problem, TenantName } from '@pilot/contract'
import { z } from 'zod'

export interface ComparisonRecord {
  readonly comparison: Comparison
  /** Tenants made for it that are not known to be gone; written down before they are made. */
  readonly made: readonly TenantName[]
  /** Somebody asked for its end. */
  readonly cancelled: boolean
  /** Its process has measured all, or met a problem, and only cleans up; null before. */
  readonly ended: { readonly problem: Problem | null } | null
}

export interface ComparisonRecords {
  /** Adds or replaces it. Of those that have ended, the newest stay. */
  put(record: ComparisonRecord): void
  find(id: string): ComparisonRecord | undefined
  /** The one whose state is `running`; there is at most one. */
  running(): ComparisonRecord | undefined
  /** Newest first. */
  list(): readonly ComparisonRecord[]
  remove(id: string): void
}

export const createComparisonRecords = (database: DatabaseSync): ComparisonRecords => {
  const put = database.prepare(
    'INSERT OR REPLACE INTO comparisons (id, started_at, state, document, made, cancelled, ended) VALUES (?, ?, ?, ?, ?, ?, ?)',
  )
  const forget = database.prepare(
    `DELETE FROM comparisons WHERE state <> 'running' AND id NOT IN
      (SELECT id FROM comparisons ORDER BY started_at DESC LIMIT ${kept})`,
  )
  const find = database.prepare('SELECT * FROM comparisons WHERE id = ?')
  const running = database.prepare("SELECT * FROM comparisons WHERE state = 'running'")
  const list = database.prepare('SELECT * FROM comparisons ORDER BY started_at DESC, id DESC')
  const remove = database.prepare('DELETE FROM comparisons WHERE id = ?')
  return {
    put: ({ comparison, made, cancelled, ended }) => {
      const { id, startedAt, state } = comparison
      const [document, names, end] = [comparison, made, ended].map((value) => JSON.stringify(value))
      put.run(id, startedAt, state, document ?? '', names ?? '', cancelled ? 1 : 0, end ?? '')
      forget.run()
    },
    find: (id) => readOne(find.get(id)),
    running: () => readOne(running.get()),
    list: () => list.all().map(toRecord),
    remove: (id) => {
      remove.run(id)
    },
  }
}

/** Each is some tens of kilobytes. */
const kept = 200

const json = z.string().transform((text): unknown => JSON.parse(text))

const Row = z.object({
  document: json.pipe(Comparison),
  made: json.pipe(z.array(TenantName)),
  cancelled: z.int(),
  ended: json.pipe(z.object({ problem: Problem.nullable() }).nullable()),
})

const readOne = (row: Record<string, unknown> | undefined): ComparisonRecord | undefined =>
  row === undefined ? undefined : toRecord(row)

const toRecord = (row: Record<string, unknown>): ComparisonRecord => {
  const { document, made, cancelled, ended } = Row.parse(row)
  return { comparison: document, made, cancelled: cancelled === 1, ended }
}
