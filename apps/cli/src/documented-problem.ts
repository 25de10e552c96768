import { PilotError, type Problem } from '@pilot/contract'

/** A problem of a command that has found something all the same; `--json` tells both in one document. */
export class DocumentedProblem extends PilotError {
  readonly document: Readonly<Record<string, unknown>>

  constructor(problem: Problem, document: Readonly<Record<string, unknown>>) {
    super(problem)
    this.document = document
  }
}
