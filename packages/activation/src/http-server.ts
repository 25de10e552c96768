import type { Server } from 'node:net'

/** What is needed of http.Server, so that node:http is not loaded into programs that do not use it. */
export interface HttpServer extends Server {
  keepAliveTimeout: number
  closeIdleConnections: () => void
}

/** By a method of its own; node:http2 has none. */
export const isHttp = (server: Server): server is HttpServer => 'closeIdleConnections' in server
