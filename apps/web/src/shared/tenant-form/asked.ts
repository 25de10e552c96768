import { isNodeCommand, splitCommandLine } from '@pilot/contract'
import type { SettingValues } from './values.ts'

/** True where the form asks for a setting, as the others stand; what is not asked for is not said either. */
export const isAsked = (key: string, values: SettingValues, isNew: boolean): boolean => {
  // A new tenant's sample app is native; one that is there may have been told otherwise.
  const isChosen = !isNew || values.program === 'command'
  if (key === 'activation') return isChosen
  return key === 'listen' ? isChosen && isProxied(values) : true
}

/** True for a line that Node runs, which is native where nobody chose. */
export const isNode = (line: string): boolean => isNodeCommand([...(splitCommandLine(line) ?? [])])

/** True where systemd-socket-proxyd(8) will stand before the program. */
const isProxied = ({ texts: { activation, command } }: SettingValues): boolean =>
  activation === 'proxied' || (activation === '' && !isNode(command ?? ''))
