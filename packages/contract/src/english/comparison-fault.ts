import type { ComparisonFault } from '../facts/comparison-fault.ts'
import type { Sentences } from './sentences.ts'

/** Each is one clause without a full stop. */
export const comparisonFault: Sentences<ComparisonFault> = {
  'engine-failed': ({ engine, command, exitCode, words }) =>
    `${engine} ${command} ended with ${exitCode ?? 'a signal'}: ${words}`,
  'no-answer': ({ from, milliseconds }) => `${nameOf(from)} has not answered within ${milliseconds} ms`,
  'wrong-answer': ({ from, line }) => `${nameOf(from)} answered "${line}"`,
  'program-ended': ({ end }) => `the program ended with ${end ?? 'nothing'} before it answered`,
  cancelled: () => 'somebody has cancelled it',
  'not-started': ({ unit }) => `${unit} did not start`,
  'not-removed': ({ unit, words }) =>
    `what it had made could not be removed ("journalctl -u ${unit}" tells why): ${words}`,
  interrupted: ({ unit }) => `"journalctl -u ${unit}" tells why it ended`,
  internal: ({ reference }) =>
    `Internal error, reference ${reference}. "journalctl -u pilot-agent" has the details under this reference`,
  told: ({ text }) => text,
}

const nameOf = (from: string | number): string => (typeof from === 'number' ? `port ${from}` : from)
