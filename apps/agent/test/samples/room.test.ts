import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import { expect, onTestFinished, test } from 'vitest'
import { openSamples } from '../../src/samples/database.ts'
import { prune } from '../../src/samples/prune.ts'
import { createState } from '../../src/samples/state.ts'
import { inTransaction } from '../../src/store/transaction.ts'
import { begin, rowsOf, startSampler } from './support.ts'

const open = (): { database: DatabaseSync; path: string; lost: unknown[] } => {
  const directory = mkdtempSync(join(tmpdir(), 'samples-'))
  const path = join(directory, 'samples.db')
  const lost: unknown[] = []
  const database = openSamples(path, (error) => lost.push(error))
  onTestFinished(() => {
    database.close()
    rmSync(directory, { recursive: true })
  })
  return { database, path, lost }
}

/** So many quarters of an hour, each with so many awake tenants of a thousand. */
const fill = (database: DatabaseSync, quarters: number, awake: number): void =>
  inTransaction(database, () => {
    const insert = database.prepare(
      'INSERT INTO tenant_samples (resolution, at, tenant, awake, wakes, pss, cpu) VALUES (900, ?, ?, ?, ?, ?, ?)',
    )
    for (let quarter = 1; quarter <= quarters; quarter += 1)
      for (let index = 0; index < awake; index += 1) {
        const tenant = (quarter * 37 + index * 20) % 1000
        insert.run(
          begin - quarter * 900,
          tenant,
          300_000 + index,
          1,
          36_901_888 + index * 4096,
          176_000 + index,
        )
      }
  })

test('a row of a tenant takes about eighty bytes, so 90 days of 50 awake among 1,000 some 35 MB', () => {
  const { database, path } = open()
  fill(database, 864, 50)
  database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
  const bytes = statSync(path).size / (864 * 50)
  expect(bytes).toBeLessThan(90)
})

test('what is too much goes, the oldest first, whatever its age', () => {
  const { database } = open()
  fill(database, 4000, 25)
  const most = 3 * 1024 * 1024
  prune(database, createState(database), begin, most)
  const rows = rowsOf(database, 'tenant_samples')
  expect(rows.length).toBeLessThan(4000 * 25)
  expect(rows.length).toBeGreaterThan(0)
  expect(Math.max(...rows.map(({ at }) => at ?? 0))).toBe(begin - 900)
})

test('each resolution is kept for its time', () => {
  const trial = startSampler()
  trial.machine.running = [{}]
  trial.pass(2 * 3600)
  const ages = (resolution: number): number =>
    trial.machine.now -
    Math.min(
      ...rowsOf(trial.database, 'host_samples').flatMap(({ resolution: own, at }) =>
        own === resolution && at !== null && at !== undefined ? [at] : [],
      ),
    )
  expect(ages(10)).toBeLessThanOrEqual(3600 + 60)
  expect(ages(60)).toBeGreaterThanOrEqual(7000)
  trial.machine.now += 91 * 86_400
  trial.pass(120)
  expect(ages(900)).toBeLessThan(86_400)
})

test('a file that is no database is thrown away, and told of', () => {
  const { path } = open()
  const broken = `${path}.other`
  writeFileSync(broken, 'this is no database, but long enough to look like a header of one'.repeat(20))
  const lost: unknown[] = []
  const database = openSamples(broken, (error) => lost.push(error))
  expect(rowsOf(database, 'host_samples')).toEqual([])
  expect(lost).toHaveLength(1)
  expect(statSync(broken).mode & 0o777).toBe(0o600)
  database.close()
})
