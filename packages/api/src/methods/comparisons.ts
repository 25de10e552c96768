import {
  CompareInput,
  Comparison,
  ComparisonEvent,
  ComparisonRef,
  ComparisonReport,
  ComparisonSummary,
  ComparisonWork,
  Nothing,
} from '@pilot/contract'
import { list, operator, root, stream, value, viewer } from '../declare.ts'

/** Tenants and containers side by side, on this machine. One comparison at a time. */
export const comparisonMethods = {
  /** It goes on by itself; `followComparison` tells how. Throws `comparison-running`. */
  startComparison: operator.change(CompareInput, value(ComparisonSummary)),
  /** Answers when it has ended and what it made is removed; at once where it has ended before. */
  cancelComparison: operator.change(ComparisonRef, value(ComparisonSummary)),
  /** Ends a comparison that runs, and removes everything that any has left behind; tells what that was. */
  cleanComparisons: operator.change(Nothing, value<{ removed: readonly string[] }>()),
  /** Forgets one that has ended. */
  removeComparison: operator.change(ComparisonRef, value(Nothing)),
  /** Newest first. */
  comparisons: viewer.read(Nothing, list(ComparisonSummary)),
  comparison: viewer.read(ComparisonRef, value(Comparison)),
  /** From its present phase to `finished`. */
  followComparison: viewer.read(ComparisonRef, stream(ComparisonEvent)),
}

/**
 * For pilot-compare.service, which is root as the agent is. No administrative actions, so not `change`: what is
 * audited is the start of the comparison, and each tenant that it makes.
 */
export const comparingMethods = {
  /** What there is to do, and to remove. */
  comparisonWork: root.read(Nothing, value(ComparisonWork)),
  /** How far it is. Throws `tenant-exists` where a name that it is about to use is taken. */
  reportComparison: root.read(ComparisonReport, value(Nothing)),
}
