import { say, type Sentences, type StepDetail, type Stranger, type Subject } from '@pilot/contract'
import { drift as sentencesOfDrift } from './drift.ts'
import { hostFault } from './host-fault.ts'
import { states } from '../words.ts'

export const stepDetail: Sentences<StepDetail> = {
  missing: ({ subject }) => `${nameOf(subject)} fehlt`,
  differs: ({ subject, drift }, forms) => `${nameOf(subject)}: ${say(sentencesOfDrift, drift, forms)}`,
  foreign: ({ kind, name }) => `${strangers[kind]} ${name} stammt nicht von Pilot und bleibt unverändert`,
  'not-there-afterwards': () => 'angelegt, aber nicht da',
  'foreign-meanwhile': ({ kind, name }) =>
    `${strangers[kind]} ${name} wurde inzwischen von jemand anderem angelegt`,
  'unit-did-not-start': ({ unit, result }) =>
    `${unit} ist nicht gestartet (${result}); warum, steht im Journal`,
  'unit-did-not-stop': ({ unit, result }) =>
    `${unit} ließ sich nicht beenden (${result}); warum, steht im Journal`,
  ...hostFault,
  'nothing-there': () => 'nichts ist da',
  'domains-lead-nowhere': ({ domains }) =>
    `${domains.join(', ')} ${domains.length === 1 ? 'führt' : 'führen'} dann nirgendwohin`,
  'socket-closes': ({ unit }) => `${unit} wird geschlossen und das Programm beendet`,
  'units-go': ({ tenant }) => `die Unit-Dateien von ${tenant} und die Umgebung gehen`,
  'database-goes': ({ database }) => `die Datenbank ${database} geht mit allem, was darin ist`,
  'database-kept': ({ database }) =>
    `die Datenbank ${database} bleibt, ihre Rolle kann sich nicht mehr anmelden`,
  'account-goes': ({ account, uid, filesKept }) =>
    filesKept
      ? `das Konto ${account} geht; die Benutzernummer ${uid} wird nicht neu vergeben, solange Dateien aufbewahrt sind`
      : `das Konto ${account} geht, und die Benutzernummer ${uid} wird frei`,
  'files-go': ({ path }) => `alle Dateien in ${path} gehen`,
  'files-kept': ({ path }) => `${path} bleibt und gehört dann root`,
  'in-state': ({ tenant, state, effect }) =>
    effect === null
      ? `${tenant}: Zustand „${states[state]}“, nichts zu tun`
      : `${tenant}: Zustand „${states[state]}“; ${effects[effect]}`,
}

const nameOf = ({ kind, name }: Subject): string => names[kind](name)

const names: Record<Subject['kind'], (name: string) => string> = {
  path: (name) => name,
  units: (name) => name,
  domain: (name) => name,
  account: (name) => `Konto ${name}`,
  manager: (name) => `systemd-Manager von ${name}`,
  role: (name) => `Rolle ${name}`,
  database: (name) => `Datenbank ${name}`,
  limits: (name) => `Grenzen von ${name}`,
  'caddy-routes': (name) => `Pilots Route in Caddy (${name})`,
}

const strangers: Record<Stranger['kind'], string> = {
  account: 'das Konto',
  group: 'die Gruppe',
  role: 'die Rolle',
  database: 'die Datenbank',
  unit: 'die Unit',
  file: 'die Datei',
  directory: 'das Verzeichnis',
  route: 'die Route',
}

const effects = {
  'program-starts': 'das Programm würde gestartet',
  'program-stops': 'das Programm würde beendet',
  'socket-opens': 'der Socket würde geöffnet',
  'socket-closes': 'das Programm würde beendet und der Socket geschlossen',
}
