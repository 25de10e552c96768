import type { Drift } from '../facts/drift.ts'
import type { Forms, Sentences } from './sentences.ts'

/** One clause each, as it stands behind the name of the thing. */
export const drift: Sentences<Drift> = {
  'not-there': () => 'is missing',
  'not-wished': () => 'is no longer wished',
  mode: ({ found, wished }) => `mode ${found} instead of ${wished}`,
  owner: ({ found, wished }) => `owner ${found} instead of ${wished}`,
  group: ({ found, wished }) => `group ${found} instead of ${wished}`,
  text: () => 'its text differs',
  'empty-directory': () => 'an empty directory is left',
  'points-to': ({ target }) => `points to ${target ?? 'nothing'}`,
  'leads-to': ({ target }) => `leads to ${target}`,
  'only-group': () => 'only its group is there',
  load: ({ unit, load }) => `${unit} is ${load}`,
  'not-reread': ({ unit }) => `systemd has not read the files of ${unit} again`,
  active: ({ active }) => `is ${active}`,
  limit: ({ name, found, wished }, forms) =>
    `${limits[name].title} is ${limit(name, found, forms)}, wished is ${limit(name, wished, forms)}`,
  'socket-kind': ({ path, kind }) => `${path} is ${kinds[kind]}`,
  'socket-missing': ({ path }) => `${path} is missing`,
  'socket-group': ({ path, found, wished }) => `${path} has the group ${found} instead of ${wished}`,
  'still-lingers': () => 'it lingers, though suspended',
  'still-active': ({ unit, active }) => `${unit} is ${active}, though suspended`,
  'still-processes': ({ count }) =>
    `it has ${count} ${count === 1 ? 'process' : 'processes'}, though suspended`,
  'still-runs': ({ unit }) => `${unit} runs, though suspended`,
  'still-there': ({ path }) => `${path} is there, though suspended`,
  'still-opens-at-boot': () => 'opens at boot, though suspended',
  'no-login': () => 'cannot log in',
  'connection-limit': ({ found, wished }) => `connection limit ${found} instead of ${wished}`,
  'no-member': ({ role }) => `is no member of ${role}`,
  superuser: () => 'is a superuser',
  'creates-roles': () => 'may create roles',
  'creates-databases': () => 'may create databases',
  'not-open': () => 'is not open yet',
  'public-connects': () => 'PUBLIC may connect',
  borrowed: () => 'pilot is still a member of its owner',
}

type Limit = Extract<Drift, { code: 'limit' }>['name']

const limits: Record<Limit, { title: string; write: (value: number, forms: Forms) => string }> = {
  MemoryMax: { title: 'memory', write: (value, { bytes }) => bytes(value) },
  // Microseconds a second.
  CPUQuotaPerSecUSec: { title: 'processor time', write: (value) => `${value / 10_000}% of one core` },
  TasksMax: { title: 'the number of tasks', write: String },
}

const limit = (name: Limit, value: number | null, forms: Forms): string =>
  value === null ? 'unlimited' : limits[name].write(value, forms)

const kinds: Record<Extract<Drift, { code: 'socket-kind' }>['kind'], string> = {
  file: 'a file',
  directory: 'a directory',
  symlink: 'a symbolic link',
  other: 'something else than a socket',
}
