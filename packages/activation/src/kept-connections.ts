import type { Socket } from 'node:net'
import type { HttpServer } from './http-server.ts'

/** The connections of one HTTP/1 server that have been answered and wait for their next request. */
export interface KeptConnections {
  isAsked: (socket: Socket) => void
  isAnswered: (socket: Socket) => void
  /** Ends each once it has waited for longer than the proxy would use it. Of a server that no longer listens, so do those answered later. */
  letGo: () => void
}

/**
 * A request is lost where a server ends a connection on which the proxy just sends it: a POST is not sent twice (RFC
 * 9110, 9.2.2). So the proxy has to be the first to leave: connections are kept longer here than there.
 */
export const followKeptConnections = (server: HttpServer): KeptConnections => {
  const waiting = new Map<Socket, NodeJS.Timeout | undefined>()
  const end = (socket: Socket): NodeJS.Timeout => setTimeout(() => socket.destroySoon(), keptFor)
  outlastProxy(server)
  server.on('connection', (socket: Socket) => {
    socket.once('close', () => {
      clearTimeout(waiting.get(socket))
      waiting.delete(socket)
    })
  })
  return {
    isAsked: (socket) => {
      clearTimeout(waiting.get(socket))
      waiting.delete(socket)
    },
    isAnswered: (socket) => {
      if (!socket.destroyed) waiting.set(socket, server.listening ? undefined : end(socket))
    },
    letGo: () => {
      for (const [socket, ending] of waiting) waiting.set(socket, ending ?? end(socket))
    },
  }
}

/**
 * Milliseconds. Pilot's proxy keeps a connection for 250 ms (packages/render/src/caddy/keep-alive.ts) and looks at
 * the clock before it uses one; the rest is for a busy machine, between that look and our reading.
 */
export const keptFor = 2000

/** Whatever the program asks for, before or after: Node ends a connection that has waited for keepAliveTimeout. */
const outlastProxy = (server: HttpServer): void => {
  let asked = server.keepAliveTimeout
  Object.defineProperty(server, 'keepAliveTimeout', {
    configurable: true,
    enumerable: true,
    // 0 is for ever.
    get: () => (asked === 0 ? 0 : Math.max(asked, keptFor)),
    set: (value: number) => (asked = value),
  })
}
