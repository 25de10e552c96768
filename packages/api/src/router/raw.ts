import type { IncomingMessage, ServerResponse } from 'node:http'
import { inputProblem, PilotError } from '@pilot/contract'
import { errorShape } from '../answer-body.ts'
import { signatureHeader } from '../headers.ts'
import { verbOf, type Content } from '../method.ts'
import type { Caller } from '../caller.ts'
import { isDelivery, itemsOf, noContent } from './answer.ts'
import { demandAuthority, refuse } from './authority.ts'
import type { Bound, Prepared } from './bind.ts'
import { contentOf, demandLength, dropRest, wholeOf } from './content.ts'
import type { Context } from './context.ts'
import { problemOf, type OnUnexpected } from './problem.ts'
import type { Router } from './router.ts'
import { sendPieces, sendProblem, sendValue } from './send.ts'
import { fits } from './signature.ts'

interface RawCall {
  readonly bound: Bound
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly context: () => Promise<Context>
  readonly hooks: Router['hooks']
  /** False where there is none. */
  readonly takeSeat: () => Promise<boolean>
}

/**
 * Answers a call whose body or answer is bytes; its input is in the address (`?input=`, JSON). tRPC's adapter for Node
 * would take a body as fast as it is sent, and hold what is not read yet.
 */
export const answerRaw = async (call: RawCall): Promise<void> => {
  const { request, response, hooks } = call
  const left = new AbortController()
  response.once('close', () => left.abort())
  try {
    await answer(call, left.signal)
  } catch (error) {
    if (left.signal.aborted && isLeaving(error)) return
    const problem = problemOf(error, hooks.onUnexpected)
    if (!response.headersSent) sendProblem(response, problem)
    // Half an answer cannot be taken back, but whoever gets it sees that its end is missing.
    else response.destroy()
  } finally {
    if (!request.complete) dropRest(request)
  }
}

const isLeaving = (error: unknown): boolean =>
  error instanceof Error &&
  (error.name === 'AbortError' || ('code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE'))

const answer = async (call: RawCall, signal: AbortSignal): Promise<void> => {
  const { bound, request, response, hooks } = call
  const { name, method } = bound
  const { onRefused, onUnexpected, lookEvery, patience } = hooks
  const context = await call.context()
  demandVerb(call)
  await demandAuthority({ name, method, context, readInput: async () => readInput(request), onRefused })

  demandLength(request, method.most)
  const content = contentOf(request, { most: method.most, patience })
  if (method.content === 'signed') {
    sendValue(response, await deliver(call, context.caller, content, signal))
    return
  }
  const prepared = prepare(call)
  if (method.answer === 'value') {
    sendValue(response, await prepared(context.caller, signal, content))
    return
  }
  const items = itemsOf({ method, prepared, context, signal, content, lookEvery })
  if (method.answer === 'bytes') await sendPieces(response, 'application/octet-stream', items)
  else await sendPieces(response, 'application/jsonl', linesOf(items, onUnexpected))
}

const demandVerb = ({ bound: { method }, request }: RawCall): void => {
  const verb = verbOf(method)
  if (request.method === verb) return
  const code = verb === 'GET' ? 'not-get' : 'not-post'
  throw new PilotError({ code: 'invalid-input', field: 'request', fault: { code } })
}

const prepare = ({ bound, request }: RawCall): Prepared => {
  try {
    return bound.prepare(readInput(request))
  } catch (cause) {
    const problem = inputProblem(cause)
    throw problem === undefined ? cause : new PilotError(problem, { cause })
  }
}

const readInput = ({ url = '' }: IncomingMessage): unknown => {
  const text = new URL(url, 'http://pilot').searchParams.get('input') ?? '{}'
  try {
    return JSON.parse(text) as unknown
  } catch (cause) {
    throw new PilotError({ code: 'invalid-input', field: 'request', fault: { code: 'not-json' } }, { cause })
  }
}

/** Whoever signs has no session: until the signature is seen to fit, nothing is told but that it does not. */
const deliver = async (
  call: RawCall,
  caller: Caller,
  content: Content,
  signal: AbortSignal,
): Promise<unknown> => {
  const { bound, request } = call
  const body = await wholeOf(content)
  if (!(await call.takeSeat())) throw new PilotError({ code: 'overloaded' })
  const delivery = await findDelivery(call, caller, signal)
  const signed = fits(request.headers[signatureHeader], body, delivery?.secret)
  if (delivery !== undefined && signed) return delivery.receive(body)
  throw new PilotError(refuse(bound.name, { code: 'signature' }))
}

const findDelivery = async (call: RawCall, caller: Caller, signal: AbortSignal) => {
  try {
    const delivery = await prepare(call)(caller, signal, noContent)
    return isDelivery(delivery) ? delivery : undefined
  } catch (error) {
    if (error instanceof PilotError) return undefined
    throw error
  }
}

/** Items as lines of JSON. The last one says that it ended, or why. */
const linesOf = async function* (items: AsyncIterable<unknown>, onUnexpected: OnUnexpected) {
  try {
    for await (const item of items) yield lineOf({ item })
    yield lineOf({ end: true })
  } catch (error) {
    yield lineOf({ error: errorShape(problemOf(error, onUnexpected)) })
  }
}

const lineOf = (value: unknown): string => `${JSON.stringify(value)}\n`
