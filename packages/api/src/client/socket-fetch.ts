import { Agent, request, type ClientRequest, type IncomingMessage } from 'node:http'
import { addAbortSignal, Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream as WebStream } from 'node:stream/web'
import type { RawRequest } from './transport.ts'

export interface SocketRequest extends Pick<RawRequest, 'method' | 'signal'> {
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string | RawRequest['body']
}

/**
 * As much of fetch() as a client needs, on a Unix socket. By node:http: undici, and the fetch() of Node, which is
 * undici too, take longer to load than all the rest of a short command.
 */
export const createSocketFetch = (socketPath: string) => {
  const agent = new Agent({ keepAlive: true })
  return {
    fetch: (url: string, { body, signal, method, headers }: SocketRequest) =>
      new Promise<ReturnType<typeof answerOf>>((resolve, reject) => {
        const { host, pathname, search } = new URL(url)
        const path = pathname + search
        const options = { agent, socketPath, host, path, method, headers, servername: noName }
        const outgoing = request(signal === undefined ? options : { ...options, signal })
        // Also after the answer has begun, which then breaks off by itself.
        outgoing.on('error', reject)
        outgoing.once('response', (incoming) => {
          if (signal !== undefined) addAbortSignal(signal, incoming)
          // Whoever answers before all is sent wants no more of it.
          incoming.once('end', () => {
            if (!outgoing.writableFinished) outgoing.destroy()
          })
          resolve(answerOf(incoming))
        })
        if (body === undefined || typeof body === 'string') outgoing.end(body)
        // Never a Blob: this client says that it sends streams.
        else sendPieces(outgoing, body as WebStream<Uint8Array>)
      }),
    /** Hangs up, also on calls in work. */
    close: () => agent.destroy(),
  }
}

// Of TLS, which there is none of here. Where it is not given, the agent looks whether the host is an address, and the
// pattern for that takes 7 ms to compile.
const noName = ''

/** Reads nothing before somebody is there to take it. */
const sendPieces = (outgoing: ClientRequest, body: WebStream<Uint8Array>): void => {
  // What fails here is told as the error of the request.
  const send = () => void pipeline(Readable.fromWeb(body), outgoing).catch(() => undefined)
  outgoing.flushHeaders()
  outgoing.once('socket', (socket) => (socket.connecting ? socket.once('connect', send) : send()))
}

const answerOf = (incoming: IncomingMessage) => {
  const status = incoming.statusCode ?? 0
  return {
    ok: status >= 200 && status < 300,
    status,
    body: { getReader: () => readerOf(incoming) },
    json: async () => JSON.parse(await text(incoming)) as unknown,
  }
}

// Readable.toWeb() would have a reader too, and 2 ms of Node to load for it.
const readerOf = (incoming: IncomingMessage) => {
  const pieces = incoming[Symbol.asyncIterator]() as AsyncIterator<Uint8Array, undefined>
  return {
    read: () => pieces.next(),
    cancel: async () => {
      await pieces.return?.()
    },
  }
}
