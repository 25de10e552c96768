import type { PilotClient } from '@pilot/api/client'
import { agentSockets, PilotError, type Problem } from '@pilot/contract'
import type { Pilot, Use } from './pilot.ts'

interface Person {
  readonly uid: number
  /** SUDO_USER, where root acts for somebody (sudo(8)). */
  readonly sudoUser: string | undefined
}

/** The connecting half of a `Pilot`. The client is loaded only when a command really calls the agent. */
export const createConnections = ({
  uid,
  sudoUser,
}: Person): Pick<Pilot, 'connect' | 'connectForCheck' | 'close'> => {
  const clients: PilotClient[] = []
  const open = async (socketPath: string): Promise<PilotClient> => {
    const { createClient } = await import('@pilot/api/client')
    const client = createClient(
      sudoUser === undefined ? { socketPath } : { socketPath, actor: `root (sudo ${sudoUser})` },
    )
    clients.push(client)
    return client
  }
  return {
    connect: async (use) => {
      if (uid !== 0) throw new PilotError(notRoot(use))
      return open(agentSockets.root)
    },
    connectForCheck: () => open(uid === 0 ? agentSockets.root : agentSockets.status),
    close: async () => {
      await Promise.all(clients.map((client) => client.close()))
    },
  }
}

const notRoot = ({ command, changes }: Use): Problem => ({
  code: 'not-permitted',
  action: { code: 'command', command },
  need: { code: changes ? 'root-to-change' : 'root-to-read' },
})
