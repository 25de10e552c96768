import { createServer, type RequestListener, type Server } from 'node:http'
import { serverTimeouts } from '@pilot/api/router'
import type { InheritedSocket } from './inherited-sockets.ts'

/** The agent's open doors. */
export interface Doors {
  /** Connections that are open now. */
  readonly connections: number
  /** Called when a connection opens or closes. */
  onTraffic(listener: () => void): void
  /** Accepts no more, and drops what is open. */
  close(): void
}

/** Listens on each inherited socket, each with the listener of its own authority. */
export const serve = (
  sockets: readonly InheritedSocket[],
  listenerFor: (source: InheritedSocket['source']) => RequestListener,
): Doors => {
  let connections = 0
  const listeners: (() => void)[] = []
  const traffic = (change: 1 | -1): void => {
    connections += change
    for (const listener of listeners) listener()
  }
  const servers = sockets.map(({ fd, source }) => listen(fd, listenerFor(source), traffic))
  return {
    get connections() {
      return connections
    },
    onTraffic: (listener) => {
      listeners.push(listener)
    },
    close: () => {
      for (const server of servers) {
        server.close()
        server.closeAllConnections()
      }
    },
  }
}

const listen = (fd: number, listener: RequestListener, traffic: (change: 1 | -1) => void): Server => {
  const server = createServer(serverTimeouts, listener)
  server.on('connection', (socket) => {
    traffic(1)
    socket.on('close', () => traffic(-1))
  })
  return server.listen({ fd })
}
