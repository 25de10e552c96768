import type { Server } from 'node:net'

/**
 * Calls `exit` on SIGTERM, unless the program listens for SIGTERM itself or owns no listening server any more:
 * then this steps aside, as though it had never been there. (It removes itself rather than staying silent,
 * because libraries such as signal-exit end the process only if they find no listener but their own.)
 */
export const onTerminate = (server: Server, exit: () => void): void => {
  const terminate = (): void => {
    const others = process.listenerCount('SIGTERM') - 1
    if (others === 0 && server.listening) {
      exit()
      return
    }
    process.off('SIGTERM', terminate)
    // Nobody is left to hear it: give the signal its usual effect.
    if (others === 0) process.kill(process.pid, 'SIGTERM')
  }
  // First, so that a listener added by once() is still counted.
  process.prependListener('SIGTERM', terminate)
}
