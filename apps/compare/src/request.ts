import { connect, type NetConnectOpts, type Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { MeasureError } from './measure-error.ts'

/**
 * Milliseconds from the first attempt to the first byte of an answer. Asks again where it is refused, and on a TCP
 * port also where an attempt hangs: while a container starts, podman itself holds its port, and what connects then
 * is never answered.
 */
export const timeToFirstByte = async (target: NetConnectOpts, limit = 30_000): Promise<number> => {
  const started = performance.now()
  const sockets = new Set<Socket>()
  const { promise: answer, resolve, reject } = Promise.withResolvers<number>()
  const over = setTimeout(
    () => reject(new MeasureError({ code: 'no-answer', from: placeOf(target), milliseconds: limit })),
    limit,
  )
  const state = { answered: false }
  const settled = answer.then(
    () => (state.answered = true),
    () => (state.answered = true),
  )
  try {
    while (!state.answered) {
      const refused = ask(target, { sockets, resolve, reject })
      await Promise.race([settled, refused, 'path' in target ? never : wait(patience)])
      // Asking more often would take the processor from what starts.
      await Promise.race([settled, wait(1)])
    }
    return (await answer) - started
  } finally {
    clearTimeout(over)
    for (const socket of sockets) socket.destroy()
  }
}

/** Milliseconds; on the loopback an app that listens has answered long before. */
const patience = 10

const never = new Promise<never>(() => undefined)

interface Hearing {
  readonly sockets: Set<Socket>
  readonly resolve: (at: number) => void
  readonly reject: (error: Error) => void
}

/** One attempt; ends when it is refused or hung up on. An answer other than 200 is an error. */
const ask = (target: NetConnectOpts, { sockets, resolve, reject }: Hearing): Promise<undefined> => {
  const { promise, resolve: end } = Promise.withResolvers<undefined>()
  const socket = connect(target)
  sockets.add(socket)
  socket.on('connect', () => socket.write('GET / HTTP/1.1\r\nHost: compared\r\nConnection: close\r\n\r\n'))
  socket.once('data', (data) => {
    const now = performance.now()
    const [line = ''] = data.toString('latin1').split('\r\n')
    if (line.startsWith('HTTP/1.1 200 ')) resolve(now)
    else reject(new MeasureError({ code: 'wrong-answer', from: placeOf(target), line }))
  })
  socket.on('error', (error: NodeJS.ErrnoException) => {
    if (!notYet.has(error.code ?? '')) reject(error)
  })
  socket.on('close', () => {
    sockets.delete(socket)
    end(undefined)
  })
  return promise
}

const notYet = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE'])

const placeOf = (target: NetConnectOpts): string | number => ('path' in target ? target.path : target.port)
