import { setTimeout as delay } from 'node:timers/promises'
import { UnitFailed, type Processes, type UserManager } from '@pilot/host/ports'
import { paths } from '@pilot/render'

/**
 * Waits until pilot-enter has become the tenant's program, a millisecond or two. systemd sees no more than that
 * pilot-enter itself was there (Type=exec, systemd.service(5)). Throws `UnitFailed` where it could not, with systemd's
 * result; gives up in silence after a second, in which a machine under heavy load may still be at it.
 */
export const entered = async (
  processes: Processes,
  manager: Pick<UserManager, 'inspect' | 'inspectService'>,
  unit: string,
): Promise<void> => {
  for (let look = 0; look < 200; look += 1) {
    const { mainPid, result } = await manager.inspectService(unit)
    if (mainPid === null) {
      // Gone with success: it is a program that had nothing to do.
      if (result !== 'success') throw new UnitFailed(unit, result)
      return
    }
    const found = await processes.confinementOf(mainPid)
    // "(deleted)" stands behind it where the package was replaced just now.
    if (found !== undefined && !found.program.startsWith(paths.enter)) return
    await delay(5)
  }
}
