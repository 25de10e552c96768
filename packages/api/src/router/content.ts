import type { IncomingMessage } from 'node:http'
import { PilotError } from '@pilot/contract'
import type { Content } from '../method.ts'

interface Options {
  /** Bytes. */
  readonly most: number
  /** Milliseconds that the sender may take from one piece to the next. */
  readonly patience: number
}

/**
 * The body of a request, taken from the sender only as fast as it is read.
 * @throws PilotError `invalid-input` where there is more of it than may be, or it breaks off
 */
export const contentOf = async function* (
  request: IncomingMessage,
  { most, patience }: Options,
): AsyncGenerator<Uint8Array, void> {
  // Whoever stops reading has still to answer.
  const pieces = request.iterator({ destroyOnReturn: false })
  let length = 0
  try {
    for (;;) {
      const piece = await nextOf(request, pieces, patience)
      if (piece === undefined) return
      length += piece.byteLength
      if (length > most) throw tooLarge(most)
      yield piece
    }
  } finally {
    await pieces.return?.()
  }
}

/** Throws `invalid-input` where a request says that its body is larger than that. */
export const demandLength = ({ headers }: IncomingMessage, most: number): void => {
  if (Number(headers['content-length'] ?? 0) > most) throw tooLarge(most)
}

/** All of it, held in memory. */
export const wholeOf = async (content: Content): Promise<Uint8Array> =>
  Buffer.concat(await Array.fromAsync(content))

/** Reads and drops what is left of a body, so that its sender hears the answer; but not for ever. */
export const dropRest = (request: IncomingMessage): void => {
  let left = longestRest
  request.on('data', (piece: Buffer) => {
    left -= piece.byteLength
    if (left < 0) request.destroy()
  })
  hangUpAfter(request, 5000)
}

/** Hangs up on a sender whose body is not there in time: it holds one connection, but not for long. */
export const hangUpAfter = (request: IncomingMessage, milliseconds: number): void => {
  const timer = setTimeout(() => {
    if (!request.complete) request.destroy()
  }, milliseconds).unref()
  request.once('close', () => clearTimeout(timer))
}

const longestRest = 8 * 1024 * 1024

const nextOf = async (
  request: IncomingMessage,
  pieces: AsyncIterator<Uint8Array>,
  patience: number,
): Promise<Uint8Array | undefined> => {
  const timer = setTimeout(() => request.destroy(), patience).unref()
  try {
    const next = await pieces.next()
    return next.done === true ? undefined : next.value
  } catch (cause) {
    throw new PilotError(
      { code: 'invalid-input', field: 'request', fault: { code: 'broken-off' } },
      { cause },
    )
  } finally {
    clearTimeout(timer)
  }
}

const tooLarge = (most: number): PilotError =>
  new PilotError({ code: 'invalid-input', field: 'request', fault: { code: 'too-large', most } })
