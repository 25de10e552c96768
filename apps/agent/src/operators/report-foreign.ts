import type { OperatorService } from '@pilot/api/service'
import { writeLine } from '../audit/write-line.ts'
import { networkOf } from './network.ts'
import type { OperatorParts } from './parts.ts'

/** Writes down that another site's page tried to act as an operator. */
export const reportForeign = (agent: OperatorParts): OperatorService['reportForeign'] => {
  const reported = new Map<string, number>()
  return async ({ action, origin }, caller) => {
    const now = agent.now().getTime()
    for (const [network, time] of reported) if (now - time >= pause) reported.delete(network)
    const network = networkOf(caller.address)
    // Whoever may send requests may send foreign ones without end.
    if (reported.has(network) || reported.size >= mostNetworks) return {}
    reported.set(network, now)
    const line = { caller, action, tenant: null, input: { origin }, result: 'foreign-origin' }
    writeLine(agent, line, 'refused')
    return {}
  }
}

const pause = 60_000
const mostNetworks = 100
