import { PilotError, type OperationEvent, type Problem } from '@pilot/contract'
import { printLine } from '../output/output.ts'
import type { Pilot } from '../pilot.ts'
import type { Progress } from './progress.ts'
import { showSteps } from './steps.ts'
import { showTenants } from './tenants.ts'

type Finished = Extract<OperationEvent, { event: 'finished' }>

interface FollowOptions {
  readonly json: boolean
  /** How many tenants it is about. One is told step by step, more than one tenant by tenant. */
  readonly tenants: number
}

/**
 * Tells an operation while it runs: drawn on stderr where that is a terminal, otherwise by lines on stdout, which
 * are the events themselves with `json`.
 * @throws PilotError the first problem where nothing was done, `partly-done` where part was
 */
export const follow = async (
  pilot: Pilot,
  events: AsyncIterable<OperationEvent>,
  options: FollowOptions,
): Promise<Finished> => {
  const progress = createProgress(pilot, options)
  let first: Problem | undefined
  let finished: Finished | undefined
  try {
    for await (const event of events) {
      progress.take(event)
      first ??= problemOf(event)
      if (event.event === 'finished') finished = event
    }
  } finally {
    progress.close()
  }
  if (finished === undefined && pilot.signal.aborted) printLine(pilot.stderr, interruption)
  if (finished === undefined) throw new PilotError(brokenOff)
  const problem = judge(finished, first)
  if (problem !== undefined) throw new PilotError(problem)
  return finished
}

const createProgress = ({ stdout, stderr }: Pilot, { json, tenants }: FollowOptions): Progress => {
  if (json) return { take: (event) => printLine(stdout, JSON.stringify(event)), close: () => undefined }
  // Where nobody watches, standard error holds nothing but errors.
  const output = stderr.isTerminal ? stderr : stdout
  return tenants === 1 ? showSteps(output) : showTenants(output, tenants)
}

const problemOf = (event: OperationEvent): Problem | undefined =>
  event.event === 'step-failed' || event.event === 'tenant-finished'
    ? (event.problem ?? undefined)
    : undefined

const judge = ({ done, failed }: Finished, first: Problem | undefined): Problem | undefined => {
  if (failed === 0 || first === undefined) return first
  return done === 0 ? first : { code: 'partly-done', done, failed, first }
}

const interruption =
  'pilot: interrupted; what was begun may go on. "pilot list" shows how far it came, the same command finishes it.'

const brokenOff: Problem = {
  code: 'service-down',
  service: 'pilot-agent',
  detail: 'the answer ended before the operation did',
}
