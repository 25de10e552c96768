import { explain } from './english/index.ts'
import type { Problem } from './problem.ts'

/** The one error that crosses our layers on purpose. Its message is the sentence for people. */
export class PilotError extends Error {
  override readonly name = 'PilotError'
  readonly problem: Problem

  constructor(problem: Problem, options?: ErrorOptions) {
    super(explain(problem), options)
    this.problem = problem
  }
}
