import { createClient, type PilotClient } from '@pilot/api/client'
import { PilotError, type Problem } from '@pilot/contract'
import { clientAddress } from './origin.ts'
import { bridgeSocket } from './settings.ts'

export type Loaded<Value> = { readonly value: Value } | { readonly problem: Problem }

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
