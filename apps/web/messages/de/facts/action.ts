import type { Action, Sentences } from '@pilot/contract'
import { nameOf } from '../../name-of.ts'
import { actions } from '../words.ts'

/** Each is the subject of a sentence, as in `„Wecken“ ist nicht erlaubt`. */
export const action: Sentences<Action> = {
  call: ({ method }) => `„${nameOf(actions, method)}“`,
  command: ({ command }) => `„pilot ${command}“`,
  open: ({ path }) => `Das Öffnen von ${path}`,
  listen: () => 'Weiteres Mitlesen',
}
