import type { ComparingService } from '@pilot/api/service'
import type { Agent } from '../agent.ts'

/** What the process that carries comparisons out asks, and tells. */
export const comparingMethods = ({
  store,
  queue,
  comparisons,
}: Pick<Agent, 'store' | 'queue' | 'comparisons'>): ComparingService => ({
  comparisonWork: async () => {
    const running = store.comparisons.running()?.comparison
    const made = store.comparisons.list().flatMap((record) => record.made)
    // Behind what was begun with each: a process that was killed may have asked for a tenant that is not there yet.
    const found = await Promise.all(made.map((name) => queue.run(name, async () => store.tenants.find(name))))
    return {
      running:
        running === undefined
          ? null
          : {
              id: running.id,
              count: running.count,
              starts: running.starts,
              variants: running.variants,
            },
      tenants: made.filter((_, index) => found[index] !== undefined),
    }
  },
  reportComparison: async (report) => {
    await comparisons.report(report)
    return {}
  },
})
