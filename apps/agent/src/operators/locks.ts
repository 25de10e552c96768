import { PilotError } from '@pilot/contract'
import { Untold } from '../audit/audited.ts'
import { networkOf } from './network.ts'
import type { OperatorParts } from './parts.ts'

/** Somebody tries to prove something: who is meant, and from where. */
export interface Claim {
  readonly name: string
  readonly address: string | null
}

/**
 * A code of that operator after the right password, from wherever it comes: a million codes are few for somebody with
 * many addresses (RFC 4226, 7.3). Who does not know the password locks nobody out by it.
 */
export const codeClaim = (name: string): Claim => ({ name: `code of ${name}`, address: `code of ${name}` })

/** A name for what is no operator's name, such as a link's token; no operator can have it. */
export const noName = '?'

export interface Attempt {
  /** Forgets the pair's failures; what the address did with other names still counts. */
  succeed(): void
  /** As if it had not been made; a lock that others made stays. */
  withdraw(): void
}

/**
 * Begins an attempt, which counts as failed until it succeeds: so those made at the same time count too.
 * @throws PilotError `locked-out`; within `Untold` but for the first that a lock refuses, so that nobody can fill the
 * audit
 */
export const beginAttempt = (agent: OperatorParts, claim: Claim): Attempt => {
  demandUnlocked(agent, claim)
  const { store, now } = agent
  const { signInFailures } = store
  const network = networkOf(claim.address)
  const time = now().getTime()
  return store.transaction(() => {
    signInFailures.prune(time - window)
    const failure = signInFailures.add(claim.name, network, time)
    const locked = scopesOf(claim).flatMap((scope) => lock(agent, scope, network, time))
    return {
      succeed: () => {
        store.transaction(() => {
          signInFailures.clear(claim.name, network)
          const others = signInFailures.count(undefined, network, now().getTime() - window)
          if (others < mostOfAddress) signInFailures.clearLock(everyName, network)
        })
      },
      withdraw: () => {
        store.transaction(() => {
          signInFailures.remove(failure)
          for (const { key, before, until } of locked)
            if (signInFailures.findLock(key, network)?.until === until)
              if (before === undefined) signInFailures.clearLock(key, network)
              else signInFailures.putLock(key, network, before)
        })
      },
    }
  })
}

const demandUnlocked = ({ store, now }: OperatorParts, claim: Claim): void => {
  const network = networkOf(claim.address)
  const held = scopesOf(claim).flatMap(({ key }) => {
    const found = store.signInFailures.findLock(key, network)
    return found !== undefined && found.until > now().getTime() ? [{ key, found }] : []
  })
  if (held.length === 0) return
  const until = Math.max(...held.map(({ found }) => found.until))
  const refusal = new PilotError({ code: 'locked-out', until: new Date(until).toISOString() })
  if (held.every(({ found }) => found.told)) throw new Untold(refusal)
  for (const { key, found } of held) store.signInFailures.putLock(key, network, { ...found, told: true })
  throw refusal
}

interface Scope {
  readonly key: string
  /** Whose failures count; undefined for those of the whole address. */
  readonly name: string | undefined
  readonly most: number
}

const scopesOf = ({ name }: Claim): readonly Scope[] => [
  { key: name, name, most: mostOfPair },
  { key: everyName, name: undefined, most: mostOfAddress },
]

const lock = ({ store }: OperatorParts, { key, name, most }: Scope, network: string, time: number) => {
  const { signInFailures } = store
  const before = signInFailures.findLock(key, network)
  // Who was locked lately is locked again by each failure, for longer each time.
  if (before === undefined && signInFailures.count(name, network, time - window) < most) return []
  const count = (before?.count ?? 0) + 1
  const until = time + Math.min(longestLock, firstLock * 2 ** (count - 1))
  signInFailures.putLock(key, network, { until, count, told: false })
  return [{ key, before, until }]
}

const everyName = '*'
const minute = 60_000
const window = 15 * minute
const mostOfPair = 5
const mostOfAddress = 20
const firstLock = minute
const longestLock = 15 * minute
