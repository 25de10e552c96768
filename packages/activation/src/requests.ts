import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Server } from 'node:net'
import { isHttp } from './http-server.ts'
import type { HttpServer } from './http-server.ts'
import { followKeptConnections } from './kept-connections.ts'
import { makeLast } from './last-answer.ts'
import { net } from './net.ts'

/** The requests in work of one server. */
export interface Requests {
  /**
   * Stops accepting, lets the connections that the proxy keeps end without losing a request, and calls `quiet` each
   * time no request is left in work; the timer that it returns is cleared when another one begins. The server emits
   * 'close' when no connection is left.
   */
  drain: (quiet: () => NodeJS.Timeout) => void
}

/** Follows the requests of an HTTP/1 server. Of any other server nothing is known but its connections. */
export const followRequests = (server: Server): Requests =>
  isHttp(server) ? followHttp(server) : { drain: () => void server.close() }

const followHttp = (server: HttpServer): Requests => {
  const kept = followKeptConnections(server)
  const inWork = new Set<ServerResponse>()
  let began: () => void = () => undefined
  let ended: () => void = () => undefined

  server.prependListener('request', ({ socket }: IncomingMessage, response: ServerResponse) => {
    inWork.add(response)
    kept.isAsked(socket)
    // Also where the program itself has called close().
    if (!server.listening) makeLast(response)
    began()
    response.once('close', () => {
      inWork.delete(response)
      kept.isAnswered(socket)
      ended()
    })
  })
  const letGo = (): void => {
    for (const response of inWork) makeLast(response)
    kept.letGo()
  }
  // What close() of node:http calls: Node would end idle connections at once, and with them a request on its way.
  server.closeIdleConnections = letGo

  const drain: Requests['drain'] = (quiet) => {
    let timer = inWork.size === 0 ? quiet() : undefined
    began = () => clearTimeout(timer)
    ended = () => {
      if (inWork.size === 0) timer = quiet()
    }
    Reflect.get<Server, 'close'>(net().Server.prototype, 'close').call(server)
    letGo()
  }
  return { drain }
}
