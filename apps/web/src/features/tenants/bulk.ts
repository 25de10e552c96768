import type { Problem } from '@pilot/contract'
import pLimit from 'p-limit'

/** Does the same to one tenant: null where it is done, else why not. */
export type Act = (name: string, signal: AbortSignal) => Promise<Problem | null>

export interface BulkProgress {
  readonly total: number
  readonly done: number
  readonly failures: readonly BulkFailure[]
  /** `stopped`: those in work were finished, the rest was not begun. */
  readonly state: 'running' | 'done' | 'stopped'
}

export interface BulkFailure {
  readonly name: string
  readonly problem: Problem
}

interface Options {
  readonly names: readonly string[]
  readonly act: Act
  /** Ends it: nothing new is begun, and what was begun is waited for. */
  readonly signal: AbortSignal
  readonly onProgress: (progress: BulkProgress) => void
}

/** Tenants that are acted on at the same time. */
const atOnce = 6

/** Acts on each tenant, whatever becomes of the others; resolves with how it ended. */
export const runBulk = async ({ names, act, signal, onProgress }: Options): Promise<BulkProgress> => {
  const failures: BulkFailure[] = []
  let done = 0
  const tell = (state: BulkProgress['state']): BulkProgress => {
    const progress = { total: names.length, done, failures: [...failures], state }
    onProgress(progress)
    return progress
  }
  tell('running')
  await pLimit(atOnce).map(names, async (name) => {
    if (signal.aborted) return
    const problem = await act(name, signal)
    if (problem === null) done += 1
    else failures.push({ name, problem })
    tell('running')
  })
  return tell(done + failures.length < names.length ? 'stopped' : 'done')
}
