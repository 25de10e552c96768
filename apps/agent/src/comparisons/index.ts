import { PilotError, type Comparison, type ComparisonEvent, type ComparisonReport } from '@pilot/contract'
import { UnitFailed, type Host } from '@pilot/host/ports'
import { compareUnit } from '@pilot/render'
import type { Logger } from 'pino'
import type { Activity } from '../operations/activity.ts'
import { createQueue } from '../operations/queue.ts'
import type { ComparisonRecord, Store } from '../store/index.ts'
import { createAudience } from './audience.ts'
import { summaryOf } from './summary.ts'
import { endOf, takeReport, type ComparisonEnd } from './take-report.ts'
import { cleanUp, stopWholly } from './units.ts'
import { untilOver } from './until-over.ts'

/** The comparison that runs in a process of its own (`pilot-compare.service`), as the agent knows it. */
export interface Comparisons {
  /** Looks after one that began under an earlier agent. */
  resume(): void
  /** Starts it. Throws `comparison-running` where there is one already. */
  start(comparison: Comparison): Promise<void>
  /** Answers when it has ended and what it made is gone; at once where it has ended before. */
  cancel(id: string): Promise<void>
  /** Ends one that runs, and removes what any has left. Answers what that was. */
  clean(): Promise<readonly string[]>
  /** What its process tells. */
  report(report: ComparisonReport): Promise<void>
  follow(signal: AbortSignal): AsyncGenerator<ComparisonEvent, void>
}

interface Parts {
  readonly store: Store
  readonly host: Host
  readonly log: Logger
  readonly now: () => Date
  readonly activity: Activity
  readonly stopping: AbortSignal
}

export const createComparisons = (parts: Parts): Comparisons => {
  const { store, host, log, activity } = parts
  const { systemd } = host
  const audience = createAudience()
  const queue = createQueue()
  // Nothing that starts or ends a comparison overlaps, and the agent stays for it.
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => activity.during(queue.run('comparison', work))
  let removed: string[] = []

  const finish = (record: ComparisonRecord, end: ComparisonEnd): void => {
    const comparison = { ...record.comparison, ...end, finishedAt: parts.now().toISOString() }
    store.comparisons.put({ ...record, comparison })
    log.info({ comparison: comparison.id, state: end.state }, 'a comparison has ended')
    audience.tell({ event: 'finished', comparison: summaryOf(comparison) })
  }

  /** Its process is gone. Where that could not clean up after itself, this does. */
  const settle = async (): Promise<void> => {
    if (store.comparisons.running() === undefined) return
    const problem = await cleanUp(systemd)
    const record = store.comparisons.running()
    if (record === undefined) return
    const end = endOf(record)
    finish(record, { ...end, problem: end.problem ?? problem })
  }

  const lookAfter = (): void => {
    const watch = async (): Promise<void> => {
      await untilOver(systemd, compareUnit, parts.stopping)
      if (parts.stopping.aborted) return
      await inTurn(settle)
      // What went wrong stands with the comparison and in the journal; the machine is not degraded by it.
      await systemd.resetFailed(compareUnit)
    }
    activity.during(watch()).catch((error: unknown) => {
      log.error({ err: error }, 'cannot look after the comparison')
    })
  }

  const stop = async (): Promise<void> => {
    const record = store.comparisons.running()
    if (record !== undefined) store.comparisons.put({ ...record, cancelled: true })
    await stopWholly(systemd)
    await settle()
  }

  return {
    resume: () => {
      if (store.comparisons.running() !== undefined) lookAfter()
    },
    start: (comparison) =>
      inTurn(async () => {
        const running = store.comparisons.running()
        if (running !== undefined)
          throw new PilotError({ code: 'comparison-running', id: running.comparison.id })
        // The one before may still be cleaning up.
        await stopWholly(systemd)
        const record = { comparison, made: [], cancelled: false, ended: null }
        store.comparisons.put(record)
        try {
          await systemd.resetFailed(compareUnit)
          await systemd.start(compareUnit)
        } catch (error) {
          const problem = {
            code: 'comparison-failed',
            detail: { code: 'not-started', unit: compareUnit },
          } as const
          finish(record, { state: 'failed', problem })
          throw error instanceof UnitFailed ? new PilotError(problem, { cause: error }) : error
        }
        lookAfter()
      }),
    cancel: (id) =>
      inTurn(async () => {
        if (store.comparisons.running()?.comparison.id === id) await stop()
      }),
    clean: () =>
      inTurn(async () => {
        removed = []
        await stop()
        const problem = await cleanUp(systemd)
        if (problem !== null) throw new PilotError(problem)
        return removed
      }),
    report: (report) =>
      takeReport({ store, host, audience, finish, onCleaned: (what) => void removed.push(...what) }, report),
    follow: (signal) => audience.follow(signal),
  }
}
