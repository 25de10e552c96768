import type { PilotService } from '@pilot/api/service'
import { OperatorName, Role } from '@pilot/contract'
import { caller, never } from './caller.ts'

export const password = 'simulated host'

/** One operator of each role, named like it. */
export const addOperators = async (service: PilotService): Promise<void> => {
  for (const role of Role.options) {
    const { url } = await service.addOperator({ name: OperatorName.parse(role), role }, caller, never)
    await service.acceptLink(
      { token: new URL(url).hash.slice(1), password },
      { ...caller, source: 'bridge' },
      never,
    )
  }
}
