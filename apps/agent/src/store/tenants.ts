import type { DatabaseSync } from 'node:sqlite'
import { ofOlderPilot, Problem, StepName, TenantName, TenantSpec, type Domain } from '@pilot/contract'
import { z } from 'zod'
import { createCache } from './tenant-cache.ts'
import { partsOfBefore, type OnUnknownParts } from './parts-of-before.ts'
import { Wish, type TenantRecord } from './tenant-record.ts'

export interface Tenants {
  find(name: TenantName): TenantRecord | undefined
  /** All, by name. The same array, and for what was not written the same records, until something is written. */
  list(): readonly TenantRecord[]
  /** The tenant that is wished present and has this domain. */
  findOwner(domain: Domain): TenantName | undefined
  /** Whether the uid was given out, also to a deleted tenant whose files were kept. */
  hasUid(uid: number): boolean
  /** The uid that was given out last, also if its tenant is gone; undefined before the first. */
  lastUid(): number | undefined
  /** Stores the wish, and forgets the problem of the last attempt. */
  wish(tenant: { spec: TenantSpec; uid: number; wish: Wish }, now: Date): void
  fail(name: TenantName, problem: Problem, failedStep: StepName | null, now: Date): void
  remove(name: TenantName): void
}

export const createTenants = (database: DatabaseSync, onUnknown: OnUnknownParts): Tenants => {
  const Row = rowOf(onUnknown)
  const toRecord = (row: Record<string, unknown>): TenantRecord => Row.parse(row)
  const find = database.prepare('SELECT * FROM tenants WHERE name = ?')
  const list = database.prepare('SELECT * FROM tenants ORDER BY name')
  // `instr` first: it is a tenth of the work of parsing the JSON of every tenant.
  const owner = database.prepare(`
    SELECT name FROM tenants, json_each(tenants.spec, '$.domains') AS domain
    WHERE wish = 'present' AND instr(spec, ?1) AND domain.value = ?1`)
  const hasUid = database.prepare('SELECT 1 FROM tenants WHERE uid = ?')
  const lastUid = database.prepare('SELECT uid FROM last_uid')
  const forgetLastUid = database.prepare('DELETE FROM last_uid')
  const keepLastUid = database.prepare('INSERT INTO last_uid (uid) VALUES (?)')
  const upsert = database.prepare(`
    INSERT INTO tenants (name, spec, uid, wish, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?)
    ON CONFLICT (name) DO UPDATE SET spec = excluded.spec, uid = excluded.uid, wish = excluded.wish,
      updated_at = excluded.updated_at, problem = NULL, failed_step = NULL`)
  const fail = database.prepare(
    'UPDATE tenants SET problem = ?, failed_step = ?, updated_at = ? WHERE name = ?',
  )
  const remove = database.prepare('DELETE FROM tenants WHERE name = ?')
  const read = (name: string): TenantRecord | undefined => {
    const row = find.get(name)
    return row === undefined ? undefined : toRecord(row)
  }
  const cache = createCache(database, read, () => list.all().map(toRecord))
  return {
    find: (name) => cache.find(name),
    list: () => cache.list(),
    findOwner: (domain) => {
      const row = owner.get(domain)
      return row === undefined ? undefined : TenantName.parse(row['name'])
    },
    hasUid: (uid) => hasUid.get(uid) !== undefined,
    lastUid: () => {
      const row = lastUid.get()
      return row === undefined ? undefined : Number(row['uid'])
    },
    wish: ({ spec, uid, wish }, now) => {
      if (find.get(spec.name) === undefined) {
        forgetLastUid.run()
        keepLastUid.run(uid)
      }
      upsert.run(spec.name, JSON.stringify(spec), uid, wish, now.toISOString(), now.toISOString())
      cache.forget(spec.name)
    },
    fail: (name, problem, failedStep, now) => {
      fail.run(JSON.stringify(problem), failedStep, now.toISOString(), name)
      cache.forget(name)
    },
    remove: (name) => {
      remove.run(name)
      cache.forget(name)
    },
  }
}

/** A problem that an older Pilot told with other arguments: its tenant is still one whose operation failed. */
const ofBefore: Problem = { code: 'internal', reference: ofOlderPilot }

const json = z.string().transform((text): unknown => JSON.parse(text))

const rowOf = (onUnknown: OnUnknownParts) =>
  z
    .object({
      spec: json.transform((spec) => partsOfBefore(spec, onUnknown)).pipe(TenantSpec),
      uid: z.int(),
      wish: Wish,
      problem: json.pipe(Problem.catch(ofBefore)).nullable(),
      // A step of another Pilot.
      failed_step: StepName.nullable().catch(null),
      created_at: z.iso.datetime(),
      updated_at: z.iso.datetime(),
    })
    .transform(({ failed_step, created_at, updated_at, ...rest }): TenantRecord => ({
      ...rest,
      failedStep: failed_step,
      createdAt: created_at,
      updatedAt: updated_at,
    }))
