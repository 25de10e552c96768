import { isDeepStrictEqual } from 'node:util'
import { setTimeout as wait } from 'node:timers/promises'
import type { TenantStatus } from '@pilot/contract'
import type { Agent } from '../agent.ts'
import { countStates, type Counts } from './count-states.ts'
import { seeTenants, withTimes, type SeeingParts } from './see-tenants.ts'
import { statusOf } from './status.ts'
import { stateOf, type Seen, type StateSeen } from './tenant-state.ts'

export type ObserverParts = SeeingParts & Pick<Agent, 'config' | 'changes'>

/** How all tenants are, and which of them are not as they were told before. */
export interface News {
  readonly counts: Counts
  readonly changed: readonly TenantStatus[]
  readonly removed: readonly string[]
}

/**
 * Looks at all tenants whenever something may have changed, and tells what did, at most four times a second and
 * `atOnce` tenants at a time; the first news have counts alone. Until aborted.
 */
export const observeTenants = async (
  agent: ObserverParts,
  tell: (news: News) => void,
  signal: AbortSignal,
): Promise<void> => {
  const alarm = createAlarm(signal)
  const stopListening = agent.changes.listen(alarm.ring)
  const stopKeeping = agent.userUnits.keep()
  void agent.systemUnits.observe(alarm.ring, signal).catch((error: unknown) => alarm.fail(error))
  const polling = setInterval(() => {
    if (agent.store.tenants.list().some(({ spec }) => spec.scope === 'user')) alarm.ring()
  }, pollEvery)
  try {
    let known: Known | undefined
    while (!signal.aborted) {
      const { news, now, more } = await compare(agent, known)
      if (known === undefined || news.changed.length + news.removed.length > 0) tell(news)
      known = now
      if (more) alarm.ring()
      await wait(leastPause, undefined, { signal, ref: false })
      await alarm.next()
    }
  } catch (error) {
    if (!signal.aborted) throw error
  } finally {
    clearInterval(polling)
    stopListening()
    stopKeeping()
  }
}

const leastPause = 250
/** Tenants' own managers tell nobody about changes. */
const pollEvery = 1500
const atOnce = 500

interface Alarm {
  readonly ring: () => void
  readonly fail: (error: unknown) => void
  /** Resolves at once where it rang since the last time, else when it rings; rejects when it failed. */
  next(): Promise<void>
}

const createAlarm = (signal: AbortSignal): Alarm => {
  let turn = Promise.withResolvers<undefined>()
  // Nobody may be waiting when it fails.
  turn.promise.catch(() => undefined)
  signal.addEventListener('abort', () => turn.resolve(undefined), { once: true })
  return {
    ring: () => turn.resolve(undefined),
    fail: (error) => turn.reject(error),
    next: async () => {
      await turn.promise
      if (!signal.aborted) turn = Promise.withResolvers()
    },
  }
}

interface KnownTenant {
  readonly seen: Seen
  readonly state: StateSeen
}

type Known = ReadonlyMap<string, KnownTenant>

interface Look {
  readonly news: News
  readonly now: Known
  readonly more: boolean
}

const compare = async (agent: ObserverParts, known: Known | undefined): Promise<Look> => {
  const all = await seeTenants(agent, agent.store.tenants.list())
  const found = new Map(
    all.map((seen) => [seen.record.spec.name as string, { seen, state: stateOf(seen) }] as const),
  )
  const counts = countStates([...found.values()].map(({ state }) => state.state))
  if (known === undefined) return { news: { counts, changed: [], removed: [] }, now: found, more: false }
  const different = [...found].filter(([name, tenant]) => isDifferent(known.get(name), tenant))
  const told = different.slice(0, atOnce)
  // What is not told now keeps its old place, and so is different the next time.
  for (const [name] of different.slice(atOnce)) {
    const before = known.get(name)
    if (before === undefined) found.delete(name)
    else found.set(name, before)
  }
  const [port = 80] = agent.config.httpPorts
  const timed = await withTimes(
    agent,
    told.map(([, { seen }]) => seen),
  )
  return {
    news: {
      counts,
      changed: timed.map((seen) => statusOf(seen, port)),
      removed: [...known.keys()].filter((name) => !found.has(name)),
    },
    now: found,
    more: different.length > told.length,
  }
}

// The store answers the same record as long as nothing was written.
const isDifferent = (before: KnownTenant | undefined, { seen, state }: KnownTenant): boolean =>
  before === undefined ||
  before.seen.record !== seen.record ||
  before.state.state !== state.state ||
  !isDeepStrictEqual(before.state.reason, state.reason)
