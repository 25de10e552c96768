import { randomBytes } from 'node:crypto'
import type { Caller, ComparisonService } from '@pilot/api/service'
import { ComparedVariant, PilotError, type CompareInput, type Comparison } from '@pilot/contract'
import type { Agent } from '../agent.ts'
import { summaryOf } from './summary.ts'
import { audited } from '../audit/audited.ts'
import type { ComparisonRecord } from '../store/index.ts'

type Parts = Pick<Agent, 'store' | 'log' | 'now' | 'comparisons'>

export const comparisonMethods = (agent: Parts): ComparisonService => {
  const { store, comparisons } = agent
  const find = (id: string): ComparisonRecord => {
    const record = store.comparisons.find(id)
    if (record === undefined) throw new PilotError({ code: 'not-found', what: { code: 'comparison', id } })
    return record
  }

  return {
    startComparison: (input, caller) =>
      audited(agent, { caller, action: 'startComparison', input }, async () => {
        const comparison = newComparison(agent, input, caller)
        await comparisons.start(comparison)
        return summaryOf(comparison)
      }),
    cancelComparison: (input, caller) =>
      audited(agent, { caller, action: 'cancelComparison', input }, async () => {
        find(input.id)
        await comparisons.cancel(input.id)
        return summaryOf(find(input.id).comparison)
      }),
    cleanComparisons: (input, caller) =>
      audited(agent, { caller, action: 'cleanComparisons', input }, async () => ({
        removed: await comparisons.clean(),
      })),
    removeComparison: (input, caller) =>
      audited(agent, { caller, action: 'removeComparison', input }, async () => {
        const { comparison, made } = find(input.id)
        if (comparison.state === 'running')
          throw new PilotError({ code: 'comparison-running', id: comparison.id })
        if (made.length > 0) await comparisons.clean()
        store.comparisons.remove(input.id)
        return {}
      }),
    comparisons: async () => store.comparisons.list().map(({ comparison }) => summaryOf(comparison)),
    comparison: async ({ id }) => find(id).comparison,
    followComparison: async function* ({ id }, _caller, signal) {
      const { comparison } = find(id)
      if (comparison.state === 'running') yield* comparisons.follow(signal)
      else yield { event: 'finished', comparison: summaryOf(comparison) }
    },
  }
}

const newComparison = (
  { now }: Parts,
  { count, starts, variants }: CompareInput,
  caller: Caller,
): Comparison => {
  const startedAt = now().toISOString()
  return {
    id: `${startedAt.slice(0, 19).replaceAll(/[-:]/g, '')}-${randomBytes(3).toString('hex')}`,
    startedAt,
    finishedAt: null,
    state: 'running',
    problem: null,
    count,
    starts,
    variants: ComparedVariant.options.filter((variant) => variants?.includes(variant) ?? true),
    actor: caller.actor,
    machine: null,
    method: [],
    results: [],
  }
}
