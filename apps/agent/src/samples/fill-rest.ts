import type { DatabaseSync } from 'node:sqlite'
import { everySeconds } from './resolutions.ts'

/**
 * Makes the spans between a sample in which all slept and the next one, `to`: as it was they stayed, or a sample would
 * have been taken. What processor time was used meanwhile is told by `to`.
 */
export const fillRest = (database: DatabaseSync, from: number, to: number): void => {
  const fill = database.prepare(`
    INSERT OR IGNORE INTO host_samples (resolution, at, tenants, awake, processes, pss, memory, cpu, tasks, wakes, systemd,
      pilot, total, available)
    SELECT resolution, ?, tenants, awake, processes, pss, memory, 0, tasks, 0, systemd, pilot, total, available
    FROM host_samples WHERE resolution = ${everySeconds} AND at = ?`)
  for (let at = from + everySeconds; at < to; at += everySeconds) fill.run(at, from)
}

/** How often a look is taken while all sleep: pilot-sample-rest.timer says the same. */
export const restSeconds = 60
