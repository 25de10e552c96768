import type { Server } from 'node:net'
import { inheritedSocket } from './inherited-socket.ts'
import { tellWake } from './tell-wake.ts'

/** How a server came to its socket: inherited from systemd, or a TCP port of its own. */
export type Listening = 'socket' | 'port'

/**
 * Listens on the socket inherited from systemd, else on the TCP port in PORT, else on `fallbackPort`.
 * Resolves once it listens; rejects with the server's error, such as EADDRINUSE.
 */
export const listen = async (
  server: Server,
  { fallbackPort }: { fallbackPort: number },
): Promise<Listening> => {
  const inherited = inheritedSocket()
  const listening = new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.once('listening', () => {
      server.off('error', reject)
      resolve()
    })
  })
  if (inherited === undefined) server.listen(Number(process.env['PORT'] ?? fallbackPort))
  else server.listen({ fd: inherited.fd, backlog })
  if (inherited !== undefined) server.once('listening', () => tellWake(server))
  await listening
  return inherited === undefined ? 'port' : 'socket'
}

/**
 * Node calls listen(2) again on the socket, which would cut systemd's queue to 511. The kernel lowers this to
 * net.core.somaxconn, which is what systemd asks for too (Backlog=, systemd.socket(5)).
 */
export const backlog = 2 ** 31 - 1
