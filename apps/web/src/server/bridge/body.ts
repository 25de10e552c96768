import type { Problem } from '@pilot/contract'
import type { Loaded } from '../with-agent.ts'
import { createBodyRoom, type Place } from './body-room.ts'

/** 1 MB, as the agent itself takes. */
export const longestBody = 1_000_000

/**
 * What `act` answers to the whole body, which is held until then; or to `invalid-input` where it is longer than 1 MB,
 * or to `overloaded` where all bodies at once would be longer than 32 MB. They come before anybody has signed in.
 */
export const withBody = async <Answer>(
  request: Request,
  act: (body: Loaded<Uint8Array>) => Promise<Answer> | Answer,
): Promise<Answer> => {
  const place = room.enter()
  try {
    return await act(await readBody(request, place))
  } finally {
    place.leave()
  }
}

/**
 * The answer to a request that is refused whatever its body says, given once that was read and dropped: an answer
 * before the end of a body is a broken connection for Caddy, and 502 for whoever asked. But not for ever.
 */
export const afterBody = async ({ body }: Request, answer: Response): Promise<Response> => {
  let length = 0
  for await (const chunk of body ?? []) {
    length += chunk.byteLength
    if (length > longestRead) break
  }
  return answer
}

const room = createBodyRoom(32 * longestBody)

const readBody = async ({ body }: Request, place: Place): Promise<Loaded<Uint8Array>> => {
  const chunks: Uint8Array[] = []
  let length = 0
  let problem: Problem | undefined
  for await (const chunk of body ?? []) {
    length += chunk.byteLength
    if (length > longestBody) problem = tooLarge
    else if (problem === undefined && !place.grow(length)) problem = { code: 'overloaded' }
    // What is not taken is still read, and dropped, as in `afterBody`.
    if (problem === undefined) chunks.push(chunk)
    else {
      chunks.length = 0
      place.leave()
    }
    if (length > longestRead) break
  }
  return problem === undefined ? { value: Buffer.concat(chunks, length) } : { problem }
}

const tooLarge: Problem = {
  code: 'invalid-input',
  field: 'request',
  fault: { code: 'too-large', most: longestBody },
}

const longestRead = 8 * longestBody
