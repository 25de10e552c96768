import { architectures, type Architecture } from './architecture.ts'
import type { CallPolicy } from './policy.ts'
import type { Refusal, Rule } from './rule.ts'

export type Verdict = 'allow' | 'kill' | Refusal

/** What happens to all calls of a number from this one on, up to that of the next segment. */
export interface Segment {
  readonly from: number
  readonly outcome: Verdict | Rule
}

/** The whole range of numbers, in order; neighbours differ. */
export const segmentsOf = (architecture: Architecture, policy: CallPolicy): readonly Segment[] => {
  refuseUnknownNames(policy)
  const { numbers, x32 } = architectures[architecture]
  const outcomes = new Map<number, Segment['outcome']>([[0, 'ENOSYS']])
  // A call that is known and not allowed is forbidden; one that nobody knows does not exist, so that a program falls
  // back on an older one: as systemd 257 does (https://github.com/systemd/systemd/pull/30291).
  for (const number of numbers.values()) outcomes.set(number + 1, 'ENOSYS')
  for (const [name, number] of numbers) outcomes.set(number, outcomeOf(name, policy))
  if (x32 !== undefined) {
    outcomes.set(x32, 'kill')
    // What a tracer puts in place of a number, to have the call skipped. libseccomp does not take it for x32 either.
    outcomes.set(0xffff_ffff, 'ENOSYS')
  }
  return merge(
    [...outcomes].map(([from, outcome]) => ({ from, outcome })).toSorted((a, b) => a.from - b.from),
  )
}

/** A name without a number would be neither allowed nor looked at. */
const refuseUnknownNames = ({ calls, rules }: CallPolicy): void => {
  for (const name of [...calls, ...Object.keys(rules)]) {
    if (!Object.values(architectures).some(({ numbers }) => numbers.has(name)))
      throw new RangeError(
        `The system call ${name} has no number in packages/render/src/cell/filter/numbers.`,
      )
  }
}

const outcomeOf = (name: string, { calls, rules }: CallPolicy): Segment['outcome'] =>
  calls.includes(name) ? (rules[name] ?? 'allow') : 'EPERM'

const merge = (segments: readonly Segment[]): readonly Segment[] =>
  segments.filter(({ outcome }, index) => {
    const before = segments[index - 1]
    return before === undefined || keyOf(before.outcome) !== keyOf(outcome)
  })

/** Equal for what comes to the same. */
export const keyOf = (outcome: Segment['outcome']): string => JSON.stringify(outcome)
