import { addressHeader } from '@pilot/api/client'
import { Readable } from 'node:stream'
import { Agent, request as call } from 'undici'
import { clientAddress } from '../origin.ts'
import { problemResponse } from '../problem-response.ts'
import { readSessionCookie } from '../session-cookie.ts'
import { bridgeSocket } from '../settings.ts'
import { afterBody, withBody } from './body.ts'
import { findRefusal } from './refusal.ts'
import { reportForeign } from './report-foreign.ts'

/**
 * Passes a call of a page, or of a script with an API token, on to the agent and its answer back as it comes. Only
 * what a call needs goes through: no header besides those named here, in either direction.
 *
 * Calls are JSON of at most 1 MB, held until they are whole. An upload would need a way of its own here: a body of the
 * type application/octet-stream, passed on as it comes (`body: request.body`, which undici reads only as fast as the
 * agent does) and refused by `most` of its method instead of by `withBody`. What is signed would need a route of its own too: it comes without Origin, cookie or token, its body must
 * stay as it is to the byte, and the sender's header becomes `x-pilot-signature`.
 */
export const forward = async (request: Request, procedure: string): Promise<Response> => {
  const refusal = findRefusal(request, procedure)
  if (refusal !== undefined) {
    reportForeign(request, procedure)
    return afterBody(request, refusal)
  }
  return withBody(request, (body) => {
    if ('value' in body) return passOn(request, procedure, body.value)
    return problemResponse(body.problem, body.problem.code === 'invalid-input' ? 413 : undefined)
  })
}

const passOn = async (request: Request, procedure: string, body: Uint8Array): Promise<Response> => {
  try {
    const answer = await call(`http://pilot/${procedure}${new URL(request.url).search}`, {
      method: request.method as 'GET' | 'POST',
      headers: headersFor(request.headers),
      body: request.method === 'GET' ? null : body,
      signal: request.signal,
      dispatcher: dispatcherFor(bridgeSocket()),
    })
    return new Response(Readable.toWeb(answer.body) as ReadableStream<Uint8Array>, {
      status: answer.statusCode,
      headers: {
        'content-type': String(answer.headers['content-type'] ?? 'application/json'),
        'cache-control': 'no-store',
      },
    })
  } catch (error) {
    // Nobody listens any more.
    if (request.signal.aborted) return new Response(null, { status: 499 })
    return problemResponse({ code: 'service-down', service: 'pilot-agent', detail: messageOf(error) })
  }
}

const headersFor = (headers: Headers): Record<string, string> => {
  const session = readSessionCookie(headers)
  const authorization = session === undefined ? headers.get('authorization') : `Bearer ${session}`
  return Object.fromEntries(
    [
      ['authorization', authorization],
      [addressHeader, clientAddress(headers)],
      ['user-agent', headers.get('user-agent')],
      ['content-type', headers.get('content-type')],
      ['trpc-accept', headers.get('trpc-accept')],
    ].filter((pair): pair is [string, string] => typeof pair[1] === 'string'),
  )
}

// One pool for the life of the process. Operations, logs and events may be silent for minutes: no limit on that.
const dispatchers = new Map<string, Agent>()
const dispatcherFor = (socketPath: string): Agent => {
  const known = dispatchers.get(socketPath)
  if (known !== undefined) return known
  const made = new Agent({ connect: { socketPath }, bodyTimeout: 0, headersTimeout: 0 })
  dispatchers.set(socketPath, made)
  return made
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
