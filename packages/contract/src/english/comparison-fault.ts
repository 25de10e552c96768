import type { ComparisonFault } from '../facts/comparison-fault.ts'
import { clauseBehind, clauseOf } from '../clause.ts'
import { hostFault } from './host-fault.ts'
import { say, type Sentences } from './sentences.ts'

/** Each is one clause without a full stop. */
export const comparisonFault: Sentences<ComparisonFault> = {
  'engine-failed': ({ engine, command, exitCode, words }) =>
    `${engine} ${command} ended with ${exitCode ?? 'a signal'}${clauseBehind(words)}`,
  'no-answer': ({ from, milliseconds }) => `${nameOf(from)} has not answered within ${milliseconds} ms`,
  'wrong-answer': ({ from, line }) => `${nameOf(from)} answered "${line}"`,
  'program-ended': ({ end }) => `the program ended with ${end ?? 'nothing'} before it answered`,
  cancelled: () => 'somebody has cancelled it',
  'not-started': ({ unit }) => `${unit} did not start`,
  'not-removed': ({ unit, words, reason }, forms) =>
    `what it had made could not be removed ("journalctl -u ${unit}" tells why)${
      reason === undefined ? clauseBehind(words) : `: ${say(hostFault, reason, forms)}`
    }`,
  interrupted: ({ unit }) => `"journalctl -u ${unit}" tells why it ended`,
  internal: ({ reference }) =>
    `Internal error, reference ${reference}. "journalctl -u pilot-agent" has the details under this reference`,
  ...hostFault,
  told: ({ text }) => clauseOf(text),
}

const nameOf = (from: string | number): string => (typeof from === 'number' ? `port ${from}` : from)
