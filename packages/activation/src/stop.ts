import type { Server } from 'node:net'
import type { Requests } from './requests.ts'

/**
 * Stops accepting at once and resolves when everything that is in work is done: all connections closed, which the
 * proxy does with those that it keeps, or nothing but silent ones (WebSockets, clients that ask nothing) for `quiet`
 * milliseconds, or `longest` milliseconds over. Connections not yet accepted stay in systemd's socket, which starts
 * the service again.
 */
export const stop = (server: Server, requests: Requests, { longest, quiet }: StopLimits): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, longest)
    server.once('close', resolve)
    requests.drain(() => setTimeout(resolve, quiet))
  })

/** Both in milliseconds. */
export interface StopLimits {
  longest: number
  quiet: number
}

/** Under the TimeoutStopSec=30 of Pilot's units, after which systemd kills. */
export const stopLimits: StopLimits = { longest: 25_000, quiet: 5000 }
