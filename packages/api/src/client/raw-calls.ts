import { PilotError } from '@pilot/contract'
import { toldIn, valueIn } from '../answer-body.ts'
import { verbOf, type Crossing } from '../method.ts'
import type { Uploaded, UploadOptions } from './called.ts'
import { readItems } from './items.ts'
import { readLines } from './lines.ts'
import type { RawAnswer, RawRequest, Transport } from './transport.ts'
import { bodyOf, piecesOf } from './upload-body.ts'

/** The call of a method that takes or gives bytes. */
export const rawCall = ({ raw, readProblem, translate }: Transport, name: string, method: Crossing) => {
  const ask = async (input: unknown, rest: Omit<RawRequest, 'method'>): Promise<RawAnswer> => {
    const address = `${raw.url}/${name}?input=${encodeURIComponent(JSON.stringify(input))}`
    const answer = await raw.fetch(address, { method: verbOf(method), ...rest })
    if (!answer.ok) throw await errorIn(answer, readProblem)
    return answer
  }
  const send = async (input: unknown, content: Uploaded, { onProgress, signal }: UploadOptions) =>
    ask(input, {
      ...(await bodyOf(content, raw.sendsStreams(), onProgress)),
      ...(signal === undefined ? {} : { signal }),
    })

  if (method.answer === 'bytes')
    return (input: unknown, signal?: AbortSignal) =>
      readItems(async (leave) => piecesIn(await ask(input, { signal: leave })), translate, signal)
  if (method.answer === 'stream')
    return (input: unknown, content: Uploaded, { signal, ...options }: UploadOptions = {}) =>
      readItems(
        async (leave) =>
          readLines(piecesIn(await send(input, content, { ...options, signal: leave })), readProblem),
        translate,
        signal,
      )
  return async (input: unknown, content: Uploaded, options: UploadOptions = {}): Promise<unknown> => {
    try {
      return valueIn(await (await send(input, content, options)).json())
    } catch (error) {
      throw translate(error)
    }
  }
}

const errorIn = async (answer: RawAnswer, readProblem: Transport['readProblem']): Promise<Error> => {
  const told = toldIn(await answer.json().catch(() => undefined))
  const problem = readProblem(told)
  return problem === undefined ? new Error(`the answer has status ${answer.status}`) : new PilotError(problem)
}

const piecesIn = ({ body }: RawAnswer): AsyncIterable<Uint8Array> => {
  if (body === null) throw new Error('the answer is empty')
  return piecesOf(body)
}
