import { PilotError, type ComparisonFault, type Problem } from '@pilot/contract'
import { HostFailure, UnitFailed, type Systemd } from '@pilot/host/ports'
import { compareCleanUnit, compareUnit } from '@pilot/render'

/** Waits for the end of the process that compares, and of what it runs afterwards to clean up. */
export const stopWholly = async (systemd: Systemd): Promise<void> => {
  for (;;) {
    try {
      await systemd.stop(compareUnit)
      return
    } catch (error) {
      // Removing many takes longer than a job may; the unit has a time limit of its own.
      if (!(error instanceof UnitFailed && error.result === 'timeout')) throw error
    }
  }
}

/** Answers why something may be left, null where nothing is. */
export const cleanUp = async (systemd: Systemd): Promise<Problem | null> => {
  try {
    await systemd.resetFailed(compareCleanUnit)
    await systemd.start(compareCleanUnit)
    return null
  } catch (error) {
    return {
      code: 'comparison-failed',
      detail: { code: 'not-removed', unit: compareCleanUnit, ...reasonOf(error) },
    }
  }
}

const reasonOf = (error: unknown): Pick<NotRemoved, 'words' | 'reason'> => {
  if (error instanceof HostFailure) return { words: '', reason: error.fault }
  if (error instanceof PilotError && error.problem.code === 'service-down')
    return { words: error.problem.detail }
  return { words: error instanceof Error ? error.message : String(error) }
}

type NotRemoved = Extract<ComparisonFault, { code: 'not-removed' }>
