import type { DatabaseSync } from 'node:sqlite'
import { keepCost } from '../src/samples/cost.ts'
import { resolutions, spanOf } from '../src/samples/resolutions.ts'
import { createTenantIds } from '../src/samples/tenant-ids.ts'
import { inTransaction } from '../src/store/transaction.ts'

/**
 * A past for the charts of `pnpm dev`: visitors by day more than by night, and at the weekend fewer. It is invented, as
 * everything on the simulated machine.
 */
export const addSamples = (
  database: DatabaseSync,
  tenants: readonly string[],
  now = Date.now() / 1000,
): void =>
  inTransaction(database, () => {
    const idOf = createTenantIds(database)
    const known = tenants.map((name, index) => ({ id: idOf(name), name, index }))
    for (const { seconds, kept } of resolutions) {
      // 30 days: who has not been here longer than that has no longer past either.
      const days = Math.min(kept, 30 * 86_400)
      for (let at = spanOf(now - days, seconds); at < spanOf(now, seconds); at += seconds)
        addSpan(database, known, at, seconds)
    }
    for (const tenant of known) addWakes(database, tenant, now)
    for (let run = 0; run < 300; run += 1) keepCost(database, now - run * 10, 8000 + wave(run, 5) * 3000)
  })

type Known = { readonly id: number; readonly name: string; readonly index: number }

const addSpan = (database: DatabaseSync, tenants: readonly Known[], at: number, seconds: number): void => {
  const awake = tenants.filter(({ index }) => isAwake(index, at))
  const insert = database.prepare(
    'INSERT INTO tenant_samples (resolution, at, tenant, awake, wakes, pss, cpu) VALUES (?, ?, ?, ?, ?, ?, ?)',
  )
  let total = 0
  let wakes = 0
  for (const { id, index } of awake) {
    const pss = Math.round(mebibyte * (14 + (index % 7) * 6 + 4 * wave(index, at / 3600)))
    const woke = !isAwake(index, at - seconds) ? 1 : 0
    const share = woke === 1 ? 0.5 : 1
    total += pss
    wakes += woke
    insert.run(
      seconds,
      at,
      id,
      seconds * 1000 * share,
      woke,
      pss,
      Math.round(seconds * 4000 * (1 + (index % 3))),
    )
  }
  database
    .prepare(
      `INSERT INTO host_samples (resolution, at, tenants, awake, processes, pss, cpu, wakes, systemd, pilot, total,
        available) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      ...[seconds, at, tenants.length, awake.length, awake.length, total],
      Math.round(awake.length * seconds * 7000),
      wakes,
      Math.round(12_000_000 + 14_000 * tenants.length),
      at % 3600 < 120 ? 61 * mebibyte : 0,
      4096 * mebibyte,
      Math.round(3200 * mebibyte - total),
    )
}

const addWakes = (database: DatabaseSync, { id, index }: Known, now: number): void => {
  const insert = database.prepare(
    `INSERT OR IGNORE INTO wakes (tenant, at, started, start, ready, first_byte, whole, ended)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  for (let hour = 0; hour < 30 * 24; hour += 1) {
    const at = Math.round((now - hour * 3600 - 1800 * wave(index, hour)) * 1e6)
    if (!isAwake(index, at / 1e6)) continue
    const start = Math.round(14_000 + 6000 * wave(hour, index) + (hour % 37 === 0 ? 60_000 : 0))
    const ready = Math.round(24_000 + 9000 * wave(index, hour * 3))
    const firstByte = Math.round(3000 + 5000 * wave(hour, index * 2) ** 4)
    const whole = start + ready + firstByte
    insert.run(id, at, at + start, start, ready, firstByte, whole, at + 300_000_000)
  }
  database
    .prepare('UPDATE tenants SET wakes = (SELECT count(*) FROM wakes WHERE tenant = ?1) WHERE id = ?1')
    .run(id)
}

const mebibyte = 1024 ** 2

/** Between 0 and 1, and always the same for the same numbers. */
const wave = (a: number, b: number): number => {
  const raw = Math.sin(a * 12.9898 + Math.floor(b) * 78.233) * 43_758.5453
  return raw - Math.floor(raw)
}

const isAwake = (index: number, at: number): boolean => {
  const hour = new Date(at * 1000).getHours()
  const weekend = [0, 6].includes(new Date(at * 1000).getDay())
  const busy = (hour > 7 && hour < 20 ? 0.3 : 0.06) * (weekend ? 0.4 : 1)
  return wave(index, at / 420) < busy * (index % 5 === 0 ? 2 : 0.7)
}
