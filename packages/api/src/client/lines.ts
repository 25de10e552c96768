import { PilotError } from '@pilot/contract'
import { step, toldIn } from '../answer-body.ts'
import type { Transport } from './transport.ts'

/** The items in lines of JSON, of which the last one says that they ended, or why. */
export const readLines = async function* (
  pieces: AsyncIterable<Uint8Array>,
  readProblem: Transport['readProblem'],
): AsyncGenerator<unknown, void> {
  for await (const text of linesIn(pieces)) {
    const line: unknown = JSON.parse(text)
    const problem = readProblem(toldIn(line))
    if (problem !== undefined) throw new PilotError(problem)
    if (step(line, 'end') === true) return
    yield step(line, 'item')
  }
  throw new Error('the answer broke off')
}

const linesIn = async function* (pieces: AsyncIterable<Uint8Array>): AsyncGenerator<string, void> {
  const decoder = new TextDecoder()
  let begun = ''
  for await (const piece of pieces) {
    const lines = (begun + decoder.decode(piece, { stream: true })).split('\n')
    begun = lines.pop() ?? ''
    yield* lines
  }
}
