import type { Server } from 'node:net'
import { onIdle } from './on-idle.ts'
import { followRequests } from './requests.ts'
import { stop, stopLimits } from './stop.ts'

export interface ExitOptions {
  /** Milliseconds without an open connection after which the process exits; undefined: never. */
  idle: number | undefined
  /** Called once nothing is in work any more, such as to close a database connection; given 2 s. */
  onExit?: () => void | Promise<void>
}

/**
 * Ends the process with status 0 when the listening `server` has had no open connection for `idle`
 * milliseconds, and on SIGTERM after finishing what is in work (at most 25 s; connections without a request,
 * such as WebSockets, 5 s). No request is lost: what was not accepted stays in systemd's listening socket.
 */
export const exitWhenIdle = (server: Server, { idle, onExit }: ExitOptions): void => {
  const exit = prepareExit(server, onExit)
  if (idle !== undefined) onIdle(server, idle, exit)
  process.on('SIGTERM', exit)
}

/** The graceful end of a listening server's process, to be called by whoever decides it; twice is once. */
export const prepareExit = (server: Server, onExit: ExitOptions['onExit']): (() => void) => {
  const requests = followRequests(server)
  let leaving = false
  return () => {
    if (leaving) return
    leaving = true
    void stop(server, requests, stopLimits)
      .then(() => Promise.race([onExit?.(), tooLong()]))
      .catch((error: unknown) => console.error('The program did not end cleanly:', error))
      .finally(() => process.exit(0))
  }
}

const tooLong = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 2000))
