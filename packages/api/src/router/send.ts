import type { ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Problem } from '@pilot/contract'
import { errorBody } from '../answer-body.ts'

/** The answer of a call, in the shape that tRPC gives it too. */
export const sendValue = (response: ServerResponse, data: unknown): void =>
  sendJson(response, 200, { result: { data } })

export const sendProblem = (response: ServerResponse, problem: Problem): void => {
  const { body, status } = errorBody(problem)
  if (problem.code === 'overloaded') response.setHeader('retry-after', '1')
  sendJson(response, status, body)
}

/** Bytes, or text, only as fast as they are read. Begins when there is something to send. */
export const sendPieces = async (
  response: ServerResponse,
  type: string,
  pieces: AsyncIterable<unknown>,
): Promise<void> => {
  const iterator = pieces[Symbol.asyncIterator]()
  // What fails before the first piece can still be told as a problem.
  const first = await iterator.next()
  response.writeHead(200, { 'content-type': type })
  await pipeline(Readable.from(resumed(iterator, first), { objectMode: false }), response)
}

const sendJson = (response: ServerResponse, status: number, body: unknown): void => {
  response.writeHead(status, { 'content-type': 'application/json' })
  response.end(JSON.stringify(body))
}

const resumed = async function* (iterator: AsyncIterator<unknown>, first: IteratorResult<unknown>) {
  try {
    for (let next = first; next.done !== true; next = await iterator.next()) yield next.value
  } finally {
    await iterator.return?.()
  }
}
