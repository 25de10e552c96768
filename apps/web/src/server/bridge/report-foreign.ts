import { isMethodName } from '@pilot/api/client'
import { isOwnOrigin } from '../origin.ts'
import { readSessionCookie } from '../session-cookie.ts'
import { withAgent } from '../with-agent.ts'

/**
 * Tells the agent's audit of a request that another site's page made. Nobody waits for it: the request is refused
 * whether or not the agent hears of it. An action that we do not have is told as `unknown`: its name is the stranger's.
 */
export const reportForeign = ({ headers }: Request, action: string): void => {
  const origin = headers.get('origin')
  if (origin === null || isOwnOrigin(headers)) return
  const report = { action: isMethodName(action) ? action : 'unknown', origin: origin.slice(0, 200) }
  void withAgent(headers, readSessionCookie(headers), (agent) => agent.reportForeign(report))
}
