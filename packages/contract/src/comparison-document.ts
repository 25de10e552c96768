import type { Comparison } from './comparison.ts'
import { explain, explainVariant, speak } from './english/index.ts'

/** A comparison for programs: its facts, and beside each what it says in English. */
export const comparisonDocument = ({ problem, method, results, ...rest }: Comparison) => ({
  ...rest,
  problem,
  message: problem === null ? null : explain(problem),
  method: method.map((fact) => speak.comparisonMethod(fact)),
  methodFacts: method,
  results: results.map(({ reason, ...result }) => ({
    ...result,
    reason: reason === null ? null : explainVariant(reason),
    reasonFact: reason,
  })),
})

export type ComparisonDocument = ReturnType<typeof comparisonDocument>
