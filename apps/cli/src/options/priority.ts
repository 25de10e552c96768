import { Option } from 'commander'
import { invalid } from './value.ts'

/** Gives a number from 0 to 7. */
export const priorityOption = (): Option =>
  new Option(
    '-p, --priority <severity>',
    'only lines of this severity or graver, as journalctl takes it: err, warning, or 0 to 7',
  ).argParser((text: string) => {
    const number = names.findIndex((spellings, severity) => [String(severity), ...spellings].includes(text))
    if (number !== -1) return number
    throw invalid(
      'priority',
      `"${text}" is none of ${names.map(([name]) => name).join(', ')}, and not 0 to 7`,
    )
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
