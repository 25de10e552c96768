import { Help } from 'commander'

/** The end of a command's help: examples, and what it prints. */
export const examples = (lines: readonly string[], prints: string): string =>
  `\nExamples:\n${lines.map((line) => `  ${line}`).join('\n')}\n\n${new Help().boxWrap(prints, 80)}`

/** What `--json` prints for a command that changes something. */
export const jsonOfOperation =
  'With --json each event is a line of JSON on stdout, and the last line is an object with "problem" (null when done), "message" and what was made.'
