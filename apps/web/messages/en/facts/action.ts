import { english, type Action, type Sentences } from '@pilot/contract'
import { nameOf } from '../../name-of.ts'
import { actions } from '../words.ts'

/** As in the terminal, but a method has its name here. */
export const action: Sentences<Action> = {
  ...english.action,
  call: ({ method }) => `“${nameOf(actions, method)}”`,
}
