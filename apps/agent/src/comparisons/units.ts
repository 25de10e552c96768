import { PilotError, type Problem } from '@pilot/contract'
import { UnitFailed, type Systemd } from '@pilot/host/ports'
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
      detail: { code: 'not-removed', unit: compareCleanUnit, words: wordsOf(error) },
    }
  }
}

const wordsOf = (error: unknown): string =>
  error instanceof PilotError && error.problem.code === 'service-down' ? error.problem.detail : String(error)
