import { Activation, Command, Listen } from '@pilot/contract'
import { Option } from 'commander'
import { split } from 'shlex'
import { choiceOption } from './choice.ts'
import { invalid, parsed } from './value.ts'

/** What a tenant runs and how it gets its connections. */
export const programOptions = (): readonly Option[] => [
  new Option(
    '--exec <command>',
    "program and arguments, quoted as in a shell: '/srv/shop/server --port 8080'",
  )
    .argParser(parseCommandLine)
    .conflicts('app'),
  new Option('--app <path>', 'a program or a Node script, without arguments').argParser((path) =>
    parsed('app', Command)([path]),
  ),
  choiceOption(
    '--activation <way>',
    'native: the program takes the socket as fd 3; proxied: it listens by itself',
    Activation,
  ),
  choiceOption(
    '--listen <where>',
    'where a proxied program listens: on the port in PORT, or the socket in SOCKET',
    Listen,
  ),
]

/** Quotes and backslashes only; nothing is expanded and no shell runs it. */
export const parseCommandLine = (text: string): Command => parsed('exec', Command)(splitWords(text))

const splitWords = (text: string): string[] => {
  try {
    return split(text)
  } catch {
    throw invalid('exec', 'a quote is not closed, or a backslash stands at the end')
  }
}
