import { createClient, type PilotClient } from '@pilot/api/client'
import { PilotError, type Problem } from '@pilot/contract'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { clientAddress } from './origin.ts'
import { readSessionCookie } from './session-cookie.ts'
import { bridgeSocket } from './settings.ts'

export type Loaded<Value> = { readonly value: Value } | { readonly problem: Problem }

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

/** One reading or change on behalf of a browser; problems are answers. */
export const withAgent = async <Value>(
  own: Headers,
  credential: string | undefined,
  act: (agent: PilotClient) => Promise<Value>,
): Promise<Loaded<Value>> => {
  const agent = createClient({
    socketPath: bridgeSocket(),
    credential,
    address: clientAddress(own),
    userAgent: own.get('user-agent') ?? undefined,
  })
  try {
    return { value: await act(agent) }
  } catch (error) {
    if (error instanceof PilotError) return { problem: error.problem }
    throw error
  } finally {
    await agent.close()
  }
}
