import type { PilotError } from '@pilot/contract'
import type { CommanderError } from 'commander'
import { invalid, misused } from './options/value.ts'

/** commander's complaint about a command line as a problem of ours. */
export const usageError = ({ code, message }: CommanderError, args: readonly string[]): PilotError => {
  const [sentence = '', suggestion] = message.replace(/^error: /, '').split('\n')
  const subject = /'([^']*)'/.exec(sentence)?.[1] ?? ''
  const meant = /Did you mean (.*)\?/.exec(suggestion ?? '')?.[1]
  const [field, reason] = reasons[code]?.(subject, helpFor(args)) ?? [
    'the command line',
    sentence.replace(/\.$/, ''),
  ]
  const clause = meant === undefined ? reason : `${reason}; perhaps ${meant} is meant`
  return code === 'commander.optionMissingArgument'
    ? invalid(field, { code: 'missing' }, clause)
    : misused(field, clause)
}

// The codes are those of commander's own errors (commander/lib/command.js).
const reasons: Record<string, (subject: string, help: string) => [field: string, reason: string]> = {
  'commander.help': (_, help) => ['the command line', `a command is missing; "${help}" shows them all`],
  'commander.unknownOption': (option) => [option, 'there is no such option'],
  'commander.unknownCommand': (command, help) => [
    command,
    `there is no such command; "${help}" shows them all`,
  ],
  'commander.optionMissingArgument': (flags) => [
    /--[a-z-]+/.exec(flags)?.[0] ?? flags,
    'its value is missing',
  ],
}

/** Of the command that has commands of its own, where one was meant. */
const helpFor = ([command = '']: readonly string[]): string =>
  groups.has(command) ? `pilot ${command} --help` : 'pilot --help'

const groups: ReadonlySet<string> = new Set(['operator', 'plan'])
