/**
 * For Node programs that know nothing of socket activation: `NODE_OPTIONS=--import=.../preload.mjs`. The
 * program's first server takes the inherited socket and exits when idle. NODE_OPTIONS reaches every child and
 * worker too; in all of them this does nothing.
 */
import { prepareExit } from './exit-when-idle.ts'
import { hideHttpWebSocket } from './http-websocket.ts'
import { idleTime } from './idle-time.ts'
import { isActivated } from './inherited-socket.ts'
import { claimMainThread } from './main-thread.ts'
import { onIdle } from './on-idle.ts'
import { onTerminate } from './on-terminate.ts'
import { takeOverFirstListen } from './take-over.ts'
import { tellWake } from './tell-wake.ts'

if (isActivated() && claimMainThread()) {
  hideHttpWebSocket()
  takeOverFirstListen((server) => {
    tellWake(server)
    const idle = idleTime()
    const exit = prepareExit(server, undefined)
    if (idle !== undefined) onIdle(server, idle, exit)
    onTerminate(server, exit)
  })
}
