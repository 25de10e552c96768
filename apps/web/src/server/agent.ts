import type { PilotClient } from '@pilot/api/client'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { readSessionCookie } from './session-cookie.ts'
import { withAgent, type Loaded } from './with-agent.ts'

/**
 * What a page shows at first, read from the agent with the reader's own session. Leaves for the sign-in page where
 * that does not hold; any other problem is for the page to show: `<Recovering problem={...} />`.
 */
export const load = async <Value>(read: (agent: PilotClient) => Promise<Value>): Promise<Loaded<Value>> => {
  const own = await headers()
  const loaded = await withAgent(own, readSessionCookie(own), read)
  if ('problem' in loaded && loaded.problem.code === 'sign-in-required')
    redirect(`/api/session/ended?next=${encodeURIComponent(own.get('x-pilot-path') ?? '/')}`)
  return loaded
}
