import type { Action } from '../facts/action.ts'
import type { Sentences } from './sentences.ts'

/** Each is the subject of a sentence, as in `create-tenant is not permitted`. */
export const action: Sentences<Action> = {
  call: ({ method }) => method,
  command: ({ command }) => command,
  open: ({ path }) => `opening ${path}`,
  listen: () => 'listening on',
}
