import type { Server, Socket } from 'node:net'

/**
 * Calls `act` once when the server has had no open connection for `idle` milliseconds, counted from now.
 * Whatever is connected keeps it awake: requests in work, keep-alive connections, WebSockets. Never calls
 * where the server was closed meanwhile, nor where another owns its handle (node:cluster).
 */
export const onIdle = (server: Server, idle: number, act: () => void): void => {
  let open = 0
  let timer: NodeJS.Timeout | undefined

  const rest = (): void => {
    timer = setTimeout(look, idle).unref()
  }
  // Timers run before the poll phase, in which waiting connections are accepted. After a long computation the
  // timer would win over a connection that waits already, so one poll phase is let pass before the verdict.
  const look = (): void => {
    const expired = timer
    setImmediate(() => {
      if (timer === expired && server.listening) act()
    })
  }
  server.on('connection', (socket: Socket) => {
    open += 1
    clearTimeout(timer)
    timer = undefined
    socket.once('close', () => {
      open -= 1
      if (open === 0) rest()
    })
  })
  rest()
}
