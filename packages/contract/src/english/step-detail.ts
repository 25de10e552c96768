import type { StepDetail, Subject } from '../facts/step-detail.ts'
import { drift as sentencesOfDrift } from './drift.ts'
import { hostFault } from './host-fault.ts'
import { say, type Sentences } from './sentences.ts'

/** One clause each, without a full stop. */
export const stepDetail: Sentences<StepDetail> = {
  missing: ({ subject }) => `${nameOf(subject)} is missing`,
  differs: ({ subject, drift }, forms) => `${nameOf(subject)}: ${say(sentencesOfDrift, drift, forms)}`,
  foreign: ({ kind, name }) => `the ${kind} ${name} was not made by Pilot and stays as it is`,
  'not-there-afterwards': () => 'it was made but is not there',
  'foreign-meanwhile': ({ kind, name }) => `somebody else made the ${kind} ${name} meanwhile`,
  'unit-did-not-start': ({ unit, tenant, result }) =>
    `${unit} did not start (${result}); "pilot logs ${tenant}" shows why`,
  'unit-did-not-stop': ({ unit, tenant, result }) =>
    `${unit} did not stop (${result}); "pilot logs ${tenant}" shows why`,
  ...hostFault,
  'nothing-there': () => 'nothing is there',
  'domains-lead-nowhere': ({ domains }) =>
    `${domains.join(', ')} ${domains.length === 1 ? 'leads' : 'lead'} nowhere`,
  'socket-closes': ({ unit }) => `${unit} is closed and its program stopped`,
  'units-go': ({ tenant }) => `the unit files of ${tenant} and its environment go`,
  'database-goes': ({ database }) => `the database ${database} goes with all it holds`,
  'database-kept': ({ database }) => `the database ${database} is kept, its role cannot log in`,
  'account-goes': ({ account, uid, filesKept }) =>
    filesKept
      ? `the account ${account} goes; its uid ${uid} is not given out again while its files are kept`
      : `the account ${account} goes, and its uid ${uid} becomes free`,
  'files-go': ({ path }) => `all files in ${path} go`,
  'files-kept': ({ path }) => `${path} is kept, owned by root`,
  'in-state': ({ tenant, state, effect }) =>
    effect === null
      ? `${tenant} is ${state} already`
      : `${tenant} is ${state}; this would ${effects[effect]}`,
}

const nameOf = ({ kind, name }: Subject): string => names[kind](name)

const names: Record<Subject['kind'], (name: string) => string> = {
  path: (name) => name,
  units: (name) => name,
  domain: (name) => name,
  account: (name) => `account ${name}`,
  manager: (name) => `systemd manager of ${name}`,
  role: (name) => `role ${name}`,
  database: (name) => `database ${name}`,
  limits: (name) => `limits of ${name}`,
  'caddy-routes': (name) => `Pilot's route in Caddy (${name})`,
}

type Effect = NonNullable<Extract<StepDetail, { code: 'in-state' }>['effect']>

const effects: Record<Effect, string> = {
  'program-starts': 'start the program',
  'program-stops': 'stop the program',
  'socket-opens': 'open the socket',
  'socket-closes': 'stop the program and close the socket',
}
