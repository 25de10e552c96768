import { Option } from 'commander'
import { noneOf } from './choice.ts'
import { invalid } from './invalid.ts'

/** Gives a number from 0 to 7. */
export const priorityOption = (): Option =>
  new Option(
    '-p, --priority <severity>',
    'only lines of this severity or graver, as journalctl takes it: err, warning, or 0 to 7',
  ).argParser((text: string) => {
    const number = names.findIndex((spellings, severity) => [String(severity), ...spellings].includes(text))
    if (number !== -1) return number
    const options = names.flatMap(([name = ''], severity) => [name, String(severity)])
    const words = names.map(([name = '']) => name)
    throw invalid('--priority', { code: 'none-of', options }, `${noneOf(text, words)}, and not 0 to 7`)
  })

/** By severity (syslog(3)), with the other names that journalctl takes. */
const names: readonly (readonly string[])[] = [
  ['emerg', 'panic'],
  ['alert'],
  ['crit'],
  ['err', 'error'],
  ['warning', 'warn'],
  ['notice'],
  ['info'],
  ['debug'],
]
