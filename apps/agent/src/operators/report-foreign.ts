import type { OperatorService } from '@pilot/api/service'
import type { Agent } from '../agent.ts'
import { networkOf } from './network.ts'

/** Writes down that another site's page tried to act as an operator. */
export const reportForeign = (agent: Agent): OperatorService['reportForeign'] => {
  const reported = new Map<string, number>()
  return async ({ action, origin }, { source, actor, address }) => {
    const now = agent.now()
    for (const [network, time] of reported) if (now.getTime() - time >= pause) reported.delete(network)
    const network = networkOf(address)
    // Whoever may send requests may send foreign ones without end.
    if (reported.has(network) || reported.size >= mostNetworks) return {}
    reported.set(network, now.getTime())
    const line = { source, actor, address, action, tenant: null, result: 'foreign-origin' }
    agent.store.audit.append({ time: now.toISOString(), ...line, input: { origin } })
    agent.log.warn(line, 'administrative action refused')
    return {}
  }
}

const pause = 60_000
const mostNetworks = 100
