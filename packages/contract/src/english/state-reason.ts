import type { SeenReason } from '../facts/state-reason.ts'
import type { Sentences } from './sentences.ts'

/** Whole sentences. */
export const stateReason: Sentences<SeenReason> = {
  'being-changed': () => 'It is being changed right now.',
  deleted: () => 'It was deleted; its database and files are kept.',
  'made-of-parts': ({ parts }) => `It was made of ${parts.join(', ')} only.`,
  suspended: () => 'An operator suspended it.',

  unseen: ({ detail }) =>
    `Its systemd manager cannot be asked (${detail}); "pilot suspend" and "pilot resume" restart it.`,
  'socket-closed': ({ socket }) => `Its socket is not open (${socket ?? 'not loaded'}).`,
  'failed-again': ({ count, result, status, lastLine }) =>
    `Its program failed ${count} times in a row (${result}${status === null ? '' : ` ${status}`}).${sayLine(lastLine)}`,
  'failed-briefly': ({ lastLine }) =>
    `Its program failed; its socket opens again in a moment.${sayLine(lastLine)}`,

  starting: () => 'Its program is starting.',
  running: () => 'Its program runs.',
  ending: () => 'Its program is ending.',
  'kept-awake': ({ connections }) =>
    `It is kept awake by ${connections} ${connections === 1 ? 'connection' : 'connections'}.`,
  'awake-until-idle': ({ idle }, { duration }) => `It goes to sleep when idle for ${duration(idle)}.`,
  listening: ({ ranUntil }, { minute }) =>
    `Its socket listens; the next request wakes it.${ranUntil === null ? '' : ` It ran last until ${minute(ranUntil)}.`}`,
  'listening-after-failure': ({ result }) => `Its socket listens; its last run failed (${result}).`,
}

const sayLine = (lastLine: string | null): string => (lastLine === null ? '' : ` Its last line: ${lastLine}`)
