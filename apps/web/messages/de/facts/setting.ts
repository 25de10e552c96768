import { formatTimeSpan, type SettingWords } from '@pilot/contract'

export const setting: SettingWords = {
  domains: {
    title: 'Domains',
    one: 'Domain',
    help: 'Die Adresse im Browser',
    standing: (domains = []) => {
      if (domains.length === 0) return 'keine Domain'
      return domains.length === 1 ? `die Domain ${domains.join()}` : `die Domains ${domains.join(', ')}`
    },
  },
  command: {
    title: 'Befehl',
    help: 'Programm und Argumente, mit Anführungszeichen wie in einer Shell: ‚/srv/shop/server --port 8080‘',
    standing: (command = []) => `der Befehl ${command.join(' ')}`,
  },
  activation: {
    title: 'Aktivierung',
    help: 'Nativ: Das Programm übernimmt den Socket als Dateideskriptor 3; vermittelt: Es lauscht selbst',
    choices: {
      native: {
        title: 'Nativ',
        about: 'Das Programm übernimmt den lauschenden Socket als Dateideskriptor 3.',
      },
      proxied: {
        title: 'Vermittelt',
        about: 'systemd-socket-proxyd steht davor, für Programme, die nur einen Port oder Pfad kennen.',
      },
    },
    standing: (activation = 'native') =>
      `die Aktivierung ${activation === 'native' ? 'nativ' : 'vermittelt'}`,
  },
  listen: {
    title: 'Wo es lauscht',
    help: 'Wo ein vermitteltes Programm lauscht: auf dem Port in PORT oder dem Socket in SOCKET',
    choices: {
      port: { title: 'Auf dem Port in PORT', about: 'Allein auf eigenem Loopback, ohne Netz nach außen.' },
      socket: { title: 'Auf dem Unix-Socket in SOCKET', about: 'Mit dem Netz der Maschine.' },
    },
    standing: (listen = 'port') =>
      listen === 'port' ? 'Lauschen auf einem Port' : 'Lauschen auf einem Socket',
  },
  scope: {
    title: 'Bereich',
    help: 'Wessen systemd ihn betreibt: das der Maschine oder ein eigenes, das im Speicher bleibt',
    choices: {
      system: {
        title: 'System',
        about: 'Das systemd der Maschine betreibt ihn. Schlafend kostet er fast nichts.',
      },
      user: {
        title: 'Benutzer',
        about: 'Ein eigenes systemd betreibt ihn und bleibt auch im Schlaf im Speicher.',
      },
    },
    standing: (scope = 'system') => `der Bereich ${scope === 'system' ? 'System' : 'Benutzer'}`,
  },
  sandbox: {
    title: 'Sandbox',
    help: 'Wer sie baut: Pilot, schnell; oder systemd, das Einhängungen aus eigenen Drop-ins beachtet',
    choices: {
      pilot: { title: 'Von Pilot', about: 'Bei jedem Start in unter einer Millisekunde gebaut.' },
      systemd: {
        title: 'Von systemd',
        about:
          'Bei jedem Start etwa 15 ms langsamer. Für Einhängungen und Grenzen, die eigene Drop-ins der Unit geben.',
      },
    },
    standing: (sandbox = 'pilot') => `die Sandbox von ${sandbox === 'pilot' ? 'Pilot' : 'systemd'}`,
  },
  idle: {
    title: 'Leerlaufzeit',
    help: 'Schläft nach dieser Zeit ohne offene Verbindung ein, etwa 10s, 5min oder 1h (sonst 5min)',
    standing: (idle) => `die Leerlaufzeit ${formatTimeSpan(idle ?? 0)}`,
  },
  runtimeMax: {
    title: 'Längste Laufzeit',
    help: 'Beendet nach dieser Zeit auch ein beschäftigtes Programm',
    standing: (longest) =>
      longest === undefined ? 'keine längste Laufzeit' : `die längste Laufzeit ${formatTimeSpan(longest)}`,
  },
  memoryMax: {
    title: 'Arbeitsspeicher',
    help: 'Höchstens so viel Speicher, etwa 64M oder 1G',
    standing: () => 'andere Grenzen',
  },
  cpuQuota: {
    title: 'CPU',
    help: 'Höchstens so viel Rechenzeit, in Prozent eines Kerns, etwa 50%',
    standing: () => 'andere Grenzen',
  },
  tasksMax: {
    title: 'Tasks',
    help: 'Höchstens so viele Prozesse und Threads',
    standing: () => 'andere Grenzen',
  },
  environment: {
    title: 'Umgebung',
    one: 'Variable',
    help: 'Eine Variable des Programms',
    standing: () => 'eine andere Umgebung',
  },
}
