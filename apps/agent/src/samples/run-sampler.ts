import type { DatabaseSync } from 'node:sqlite'
import type { Meter, RunLog } from '@pilot/host/ports'
import { inTransaction } from '../store/transaction.ts'
import { closeLost } from './close-lost.ts'
import { prune } from './prune.ts'
import { readRunLog, type RunsRead, type RunsTold } from './read-run-log.ts'
import { refine } from './refine.ts'
import { resolutions, spanOf } from './resolutions.ts'
import { rollUp } from './roll-up.ts'
import { createState } from './state.ts'
import { storeWakes } from './store-wakes.ts'
import { takeSample } from './take-sample.ts'
import { createTenantIds } from './tenant-ids.ts'
import { createWakeCounts } from './wake-counts.ts'

export interface SamplerParts {
  readonly database: DatabaseSync
  readonly meter: Meter
  readonly log: RunLog
  /** Seconds since 1970. */
  readonly now: number
  /** What goes wrong with the journal is told here; samples are taken all the same. */
  readonly onTrouble: (error: unknown) => void
}

export interface Look {
  /** How many tenants are awake; undefined where another look has stored these seconds. */
  readonly awake: number | undefined
  /** True where it was time for what is made once a minute. */
  readonly isMinute: boolean
}

/** One look: a sample, and once a minute the wakes and what is made of the minute. */
export const runSampler = ({ database, meter, log, now, onTrouble }: SamplerParts): Look => {
  const state = createState(database)
  const idOf = createTenantIds(database)
  const awake = inTransaction(database, () => takeSample(database, state, meter, idOf, now))
  // A sample that is some hundredths early ends the minute all the same.
  const minute = spanOf(now + 1, minuteSeconds)
  const last = state.get('minute') as number | undefined
  if (awake === undefined || last === minute) return { awake, isMinute: false }

  // Outside of a transaction, since it takes as long as the journal does.
  let runs: RunsTold | undefined
  try {
    runs = readRunLog({ meter, log }, state.get('read') as RunsRead | undefined, now)
  } catch (error) {
    onTrouble(error)
  }
  inTransaction(database, () => {
    const counts = createWakeCounts(state)
    if (runs !== undefined) {
      storeWakes(database, runs.entries, {
        idOf,
        isProxied: (name) => meter.isProxied(name),
        onWhole: (microseconds) => counts.add(microseconds / 1000),
      })
      closeLost(database, new Set(meter.running().map(({ name }) => idOf(name))), now)
      // The finest spans reach no further back.
      refine(database, Math.max(last ?? 0, minute - resolutions[0].kept), minute)
      state.set('read', runs.read)
    }
    rollUp(database, state, minute)
    prune(database, state, now)
    counts.keep()
    state.set('minute', minute)
  })
  return { awake, isMinute: true }
}

const minuteSeconds = resolutions[1].seconds
