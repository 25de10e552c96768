import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Server, Socket } from 'node:net'
import { net } from './net.ts'

/** The requests in work of one server. */
export interface Requests {
  /**
   * Stops accepting, ends each keep-alive connection that waits for its next request, every other one after the request that it
   * is in, and calls `quiet` each time no request is left in work; the timer that it returns is cleared when
   * another one begins. The server emits 'close' when no connection is left.
   */
  drain: (quiet: () => NodeJS.Timeout) => void
}

/** Follows the requests of an HTTP/1 server. Of any other server nothing is known but its connections. */
export const followRequests = (server: Server): Requests =>
  isHttp(server) ? followHttp(server) : { drain: () => void server.close() }

const followHttp = (server: Server): Requests => {
  const inWork = new Set<ServerResponse>()
  const served = new Set<Socket>()
  let began: (response: ServerResponse) => void = () => undefined
  let ended: (socket: Socket) => void = () => undefined

  server.prependListener('request', ({ socket }: IncomingMessage, response: ServerResponse) => {
    inWork.add(response)
    served.delete(socket)
    began(response)
    response.once('close', () => {
      inWork.delete(response)
      if (!socket.destroyed) served.add(socket)
      ended(socket)
    })
  })
  server.on('connection', (socket: Socket) => socket.once('close', () => served.delete(socket)))

  const drain: Requests['drain'] = (quiet) => {
    let timer = inWork.size === 0 ? quiet() : undefined
    began = (response) => {
      clearTimeout(timer)
      endConnectionAfter(response)
    }
    ended = (socket) => {
      // For those whose headers had gone out as keep-alive before.
      socket.destroySoon()
      if (inWork.size === 0) timer = quiet()
    }
    for (const response of inWork) endConnectionAfter(response)
    // Not http's own close(): in Node 26 it also ends new connections, whose first request is on its way.
    Reflect.get<Server, 'close'>(net().Server.prototype, 'close').call(server)
    // After this poll phase, so that a request that has arrived already is read first.
    setImmediate(() => {
      for (const socket of served) socket.destroySoon()
    })
  }
  return { drain }
}

const endConnectionAfter = (response: ServerResponse): void => {
  if (!response.headersSent) response.setHeader('Connection', 'close')
}

// By a method of its own, so that node:http is not loaded into programs that do not use it. node:http2 has none.
const isHttp = (server: Server): boolean => 'closeIdleConnections' in server
