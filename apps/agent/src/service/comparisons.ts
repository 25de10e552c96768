import type { ComparisonService } from '@pilot/api/service'
import type { Agent } from '../agent.ts'

export const comparisonMethods = (_agent: Agent): ComparisonService => {
  const missing = () => Promise.reject(new Error('comparisons are not there yet'))
  return {
    startComparison: missing,
    cancelComparison: missing,
    cleanComparisons: missing,
    removeComparison: missing,
    comparisons: missing,
    comparison: missing,
    followComparison: () => {
      throw new Error('comparisons are not there yet')
    },
  }
}
