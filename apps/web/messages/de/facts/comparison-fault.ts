import { clauseBehind, clauseOf, say, type ComparisonFault, type Sentences } from '@pilot/contract'
import { hostFault } from './host-fault.ts'

/** Each is one clause without a full stop. */
export const comparisonFault: Sentences<ComparisonFault> = {
  'engine-failed': ({ engine, command, exitCode, words }) =>
    `${engine} ${command} endete mit ${exitCode ?? 'einem Signal'}${clauseBehind(words)}`,
  'no-answer': ({ from, milliseconds }) => `${nameOf(from)} hat in ${milliseconds} ms nicht geantwortet`,
  'wrong-answer': ({ from, line }) => `${nameOf(from)} antwortete „${line}“`,
  'program-ended': ({ end }) =>
    `das Programm endete${end === null ? '' : ` mit ${end}`}, bevor es geantwortet hat`,
  cancelled: () => 'jemand hat ihn abgebrochen',
  'not-started': ({ unit }) => `${unit} ist nicht gestartet`,
  'not-removed': ({ unit, words, reason }, forms) =>
    `was er angelegt hatte, ließ sich nicht entfernen (warum, sagt „journalctl -u ${unit}“)${
      reason === undefined ? clauseBehind(words) : `: ${say(hostFault, reason, forms)}`
    }`,
  interrupted: ({ unit }) => `warum er endete, sagt „journalctl -u ${unit}“`,
  internal: ({ reference }) =>
    `interner Fehler, Kennung ${reference}; unter ihr steht mehr in „journalctl -u pilot-agent“`,
  ...hostFault,
  told: ({ text }) => clauseOf(text),
}

const nameOf = (from: string | number): string => (typeof from === 'number' ? `Port ${from}` : from)
