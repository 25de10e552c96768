import type { Server, Socket } from 'node:net'

/**
 * Tells the journal how this program woke: when it began, and how long it took until it listened and until the first
 * byte of its first answer. One line for debugging (`<7>`, sd-daemon(3)), behind that first answer; the sampler reads
 * it (apps/agent/src/samples/wake-line.ts), and `pilot logs` leaves it out. To be called once the server listens.
 */
export const tellWake = (server: Server): void => {
  // systemd sets it where standard error is the journal (systemd.exec(5)); nobody else would want to read this.
  if (process.env['PILOT_TENANT'] === undefined || process.env['JOURNAL_STREAM'] === undefined) return
  // Not performance.now(), which would have to be loaded.
  const ready = process.uptime()
  const told = onceOnly((answered: number | undefined) => {
    const begun = Date.now() - process.uptime() * 1000
    // Behind the answer, which does not wait for it.
    setImmediate(() => writeLine(begun, ready, answered))
  })
  const onConnection = (socket: Socket): void => {
    socket.once('close', () => told(undefined))
    onFirstWrite(socket, () => told(process.uptime()))
  }
  // Before the program's own, which may answer at once.
  server.prependOnceListener('connection', onConnection)
  // Whose connection woke it is accepted in the next poll phase. Where nobody's is, it was not a visitor who woke it,
  // and the time until one comes is no part of its start.
  setImmediate(() =>
    setImmediate(() => {
      if (server.listeners('connection').includes(onConnection)) {
        server.off('connection', onConnection)
        told(undefined)
      }
    }),
  )
}

const onceOnly = <Argument>(act: (argument: Argument) => void): ((argument: Argument) => void) => {
  let done = false
  return (argument) => {
    if (!done) act(argument)
    done = true
  }
}

// write() and end() both come down to one of these (stream.Writable); http writes several parts by the second.
const onFirstWrite = (socket: Socket, act: () => void): void => {
  for (const name of ['_write', '_writev'] as const) {
    const write = Reflect.get(socket, name) as (...given: unknown[]) => void
    Reflect.set(socket, name, (...given: unknown[]) => {
      Reflect.deleteProperty(socket, name)
      act()
      write.apply(socket, given)
    })
  }
}

/** `begun` in milliseconds since 1970, the others in seconds since then. */
const writeLine = (begun: number, ready: number, answered: number | undefined): void => {
  const after = (seconds: number): string => `after ${(seconds * 1000).toFixed(1)} ms`
  const answer = answered === undefined ? '' : `, answered ${after(answered)}`
  try {
    const { fstatSync, writeSync } = process.getBuiltinModule('node:fs')
    const { dev, ino } = fstatSync(2)
    // The program may have been given another standard error since.
    if (process.env['JOURNAL_STREAM'] === `${dev}:${ino}`)
      writeSync(2, `<7>pilot: awake since ${begun.toFixed(1)}, ready ${after(ready)}${answer}\n`)
  } catch {
    // Standard error is closed, or full: no reason to disturb the program.
  }
}
