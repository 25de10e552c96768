import type { Drift, Forms, Sentences } from '@pilot/contract'

export const drift: Sentences<Drift> = {
  'not-there': () => 'fehlt',
  'not-wished': () => 'ist nicht mehr gewünscht',
  mode: ({ found, wished }) => `Rechte ${found} statt ${wished}`,
  owner: ({ found, wished }) => `Besitzer ${found} statt ${wished}`,
  group: ({ found, wished }) => `Gruppe ${found} statt ${wished}`,
  text: () => 'der Text ist ein anderer',
  'empty-directory': () => 'ein leeres Verzeichnis ist übrig',
  'points-to': ({ target }) => (target === null ? 'zeigt auf nichts' : `zeigt auf ${target}`),
  'leads-to': ({ target }) => `führt zu ${target}`,
  'only-group': () => 'nur die Gruppe dazu ist da',
  load: ({ unit, load }) => `${unit} ist „${load}“`,
  'not-reread': ({ unit }) => `systemd hat die Dateien von ${unit} nicht neu gelesen`,
  active: ({ active }) => `ist „${active}“`,
  limit: ({ name, found, wished }, forms) =>
    `${limits[name].title} ist ${limit(name, found, forms)}, gewünscht ist ${limit(name, wished, forms)}`,
  'socket-kind': ({ path, kind }) => `${path} ist ${kinds[kind]}`,
  'socket-missing': ({ path }) => `${path} fehlt`,
  'socket-group': ({ path, found, wished }) => `${path} hat die Gruppe ${found} statt ${wished}`,
  'still-lingers': () => 'läuft ohne Anmeldung weiter, obwohl gesperrt',
  'still-active': ({ unit, active }) => `${unit} ist „${active}“, obwohl gesperrt`,
  'still-processes': ({ count }) =>
    count === 1 ? 'hat einen Prozess, obwohl gesperrt' : `hat ${count} Prozesse, obwohl gesperrt`,
  'still-runs': ({ unit }) => `${unit} läuft, obwohl gesperrt`,
  'still-there': ({ path }) => `${path} ist da, obwohl gesperrt`,
  'still-opens-at-boot': () => 'öffnet sich beim Start der Maschine, obwohl gesperrt',
  'no-login': () => 'darf sich nicht anmelden',
  'connection-limit': ({ found, wished }) => `höchstens ${found} Verbindungen statt ${wished}`,
  'no-member': ({ role }) => `ist kein Mitglied von ${role}`,
  superuser: () => 'ist Superuser',
  'creates-roles': () => 'darf Rollen anlegen',
  'creates-databases': () => 'darf Datenbanken anlegen',
  'not-open': () => 'ist noch nicht offen',
  'public-connects': () => 'PUBLIC darf sich verbinden',
  borrowed: () => 'pilot ist noch Mitglied der besitzenden Rolle',
}

type Limit = Extract<Drift, { code: 'limit' }>['name']

const limits: Record<Limit, { title: string; write: (value: number, forms: Forms) => string }> = {
  MemoryMax: { title: 'Arbeitsspeicher', write: (value, { bytes }) => bytes(value) },
  // Microseconds a second.
  CPUQuotaPerSecUSec: { title: 'Prozessorzeit', write: (value) => `${value / 10_000} % eines Kerns` },
  TasksMax: { title: 'die Zahl der Tasks', write: String },
}

const limit = (name: Limit, value: number | null, forms: Forms): string =>
  value === null ? 'unbegrenzt' : limits[name].write(value, forms)

const kinds = {
  file: 'eine Datei',
  directory: 'ein Verzeichnis',
  symlink: 'ein symbolischer Link',
  other: 'etwas anderes als ein Socket',
}
