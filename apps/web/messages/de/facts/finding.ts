import {
  oldestVersions,
  type FindingId,
  type Found,
  type Remedy,
  type Sentences,
  type Service,
} from '@pilot/contract'

export const findingTitle: Sentences<{ code: FindingId }> = {
  'systemd.version': () => `systemd ${oldestVersions.systemd} oder neuer`,
  'systemd.user-managers': () => 'systemd führt Units von Benutzern aus',
  'systemd.templates': () => 'Die Unit-Vorlagen von Pilot sind installiert',
  'systemd.answers': () => 'systemd antwortet',
  'tools.useradd': () => 'Das Programm useradd',
  'tools.userdel': () => 'Das Programm userdel',
  'tools.loginctl': () => 'Das Programm loginctl',
  'tools.systemctl': () => 'Das Programm systemctl',
  'tools.systemd-sysusers': () => 'Das Programm systemd-sysusers',
  'tools.createuser': () => 'Das Programm createuser',
  'tools.createdb': () => 'Das Programm createdb',
  'tools.systemd-socket-proxyd': () => 'systemd-socket-proxyd für Tenants hinter einem Proxy',
  'tools.answers': () => 'Die Programme sind zu finden',
  'runtime.node': () => 'Die Laufzeitumgebung',
  'sample.app': () => 'Die Beispielanwendung',
  'postgresql.version': () => `PostgreSQL ${oldestVersions.postgresql} oder neuer`,
  'postgresql.createrole': () => 'CREATEROLE ist eine Grenze',
  'postgresql.role': () => 'Die Rolle pilot',
  'postgresql.peer': () => 'Anmeldung der Tenants über peer',
  'postgresql.answers': () => 'PostgreSQL antwortet',
  'caddy.admin': () => 'Die Admin-API von Caddy ist für Tenants verschlossen',
  'caddy.route': () => 'Die Route der Tenants',
  'caddy.domains': () => 'Der Ordner der Domains',
  'caddy.answers': () => 'Caddy antwortet',
  'kernel.cgroup': () => 'cgroup v2 mit seinen Controllern',
  'kernel.favordynmods': () => 'Schneller Start von Prozessen in neuen cgroups',
  'kernel.answers': () => 'Der Kernel antwortet',
  'tenants.degraded': () => 'Alle Tenants sind vollständig eingerichtet',
  'tenants.failing': () => 'Kein Tenant stürzt immer wieder ab',
  'tenants.answers': () => 'Der Zustand der Tenants ist zu sehen',
  'audit.chain': () => 'Das Protokoll ist lückenlos',
  'audit.answers': () => 'Das Protokoll ist lesbar',
}

export const found: Sentences<Found> = {
  'systemd-runs': ({ version }) => `systemd ${version} läuft.`,
  'systemd-old': ({ version }) => `systemd ${version} ist zu alt.`,
  'user-managers': () => 'user@.service ist da.',
  'no-user-managers': () => 'user@.service fehlt, deshalb geht --scope=user nicht.',
  templates: ({ folder }) => `Sie liegen in ${folder}.`,
  'no-templates': ({ units, folder }) => `In ${folder} fehlt: ${units.join(', ')}.`,

  program: ({ path }) => `Es liegt unter ${path}.`,
  'no-program': () => 'Es ist nicht installiert.',
  runtime: ({ path }) => `Sie liegt unter ${path}.`,
  'sample-app': ({ path }) => `Sie liegt unter ${path}.`,
  'no-file': ({ path }) => `${path} fehlt.`,

  'postgresql-runs': ({ version }) => `PostgreSQL ${version} läuft.`,
  'postgresql-old': ({ version }) => `PostgreSQL ${version} ist zu alt.`,
  'createrole-bounded': ({ major }) =>
    `In PostgreSQL ${major} kann sich die Rolle pilot nicht mehr Rechte geben.`,
  'createrole-unbounded': ({ major }) =>
    `In PostgreSQL ${major} kann sich zum Superuser machen, wer die Rolle pilot übernimmt.`,
  role: () => 'Sie darf Rollen und Datenbanken anlegen und ist kein Superuser.',
  'no-role': () => 'Die Rolle pilot gibt es nicht.',
  'role-superuser': () => 'Die Rolle pilot ist Superuser; das darf sie nicht sein.',
  'role-lacks': () => 'Der Rolle pilot fehlt LOGIN, CREATEROLE oder CREATEDB.',
  peer: () => 'Jeder Tenant kommt als er selbst in seine eigene Datenbank und in keine andere.',
  'access-faulty': ({ fault }) => `pg_hba.conf enthält einen Fehler: ${fault}.`,
  'no-peer': ({ line }) => `In pg_hba.conf fehlt die Zeile „${line}“.`,
  'no-reject': ({ line }) =>
    `In pg_hba.conf fehlt die Zeile „${line}“, deshalb kommen Tenants in fremde Datenbanken.`,
  'reject-first': () => 'In pg_hba.conf werden Tenants abgewiesen, bevor sie eingelassen werden.',
  'open-first': () => 'In pg_hba.conf steht eine Zeile für alle vor denen für Tenants.',

  'admin-closed': ({ address }) => `Sie ist nur über ${address} zu erreichen.`,
  'admin-port': ({ port }) => `Auf TCP-Port ${port}, der üblichen Admin-Adresse von Caddy, antwortet etwas.`,
  'admin-open': ({ address }) =>
    `Sie ist über ${address} zu erreichen: Jeder lokale Benutzer, also jeder Tenant, kann Caddy umstellen.`,
  route: () => 'Sie ist eingerichtet.',
  'no-route': () => 'Sie fehlt oder ist veraltet, deshalb sind Tenants nicht zu erreichen.',
  domains: ({ link, folder }) => `${link} führt zu ${folder}.`,
  'no-domains': ({ link, folder }) => `${link} führt nicht zu ${folder}.`,

  cgroup: () => 'cpu, memory und pids sind da.',
  'no-cgroup': () =>
    'Es gibt kein cgroup v2, deshalb greifen Limits nicht und der Speicher wird nicht angezeigt.',
  'no-controllers': ({ controllers }) =>
    `Nicht verfügbar: ${controllers.join(', ')}. Limits dafür greifen nicht.`,
  favordynmods: ({ command }) => `cgroup2 ist mit favordynmods eingehängt. Wieder ohne: ${command}`,
  'no-favordynmods': () =>
    'cgroup2 ist ohne favordynmods eingehängt, deshalb dauern Kaltstarts etwa 10 ms länger, während die Maschine beschäftigt ist.',

  'none-degraded': () => 'Keiner ist unvollständig.',
  'none-failing': () => 'Keiner stürzt ab.',
  tenants: ({ names, more }) => `${names.join(', ')}${more > 0 ? ` und ${more} weitere` : ''}.`,

  chain: () => 'Jede Zeile passt zu der davor.',
  'chain-broken': ({ line }) =>
    `Zeile ${line} passt nicht zu der davor: Jemand hat den Speicher von Hand geändert.`,

  down: ({ service }) => serviceDown[service],
  'postgresql-full': () => 'PostgreSQL hat keine freie Verbindung mehr (max_connections).',
  unchecked: () => 'Das ließ sich nicht prüfen.',
}

const serviceDown: Readonly<Record<Service, string>> = {
  postgresql: 'PostgreSQL antwortet nicht.',
  caddy: 'Caddy antwortet nicht.',
  dbus: 'D-Bus antwortet nicht.',
  systemd: 'systemd (PID 1) antwortet nicht rechtzeitig.',
  'pilot-agent': 'Der Agent von Pilot antwortet nicht.',
  'user-manager': 'Der systemd-Manager des Tenants antwortet nicht.',
}

/** Each ends with a colon where a command follows. */
export const remedy: Sentences<Remedy> = {
  'upgrade-system': () => 'Das System auf Debian 12, Fedora 37 oder neuer bringen.',
  install: () => 'Installieren:',
  reinstall: () => 'Das Paket noch einmal installieren:',
  'upgrade-postgresql': () => 'Mit pg_upgradecluster auf eine neuere Version bringen.',
  'prefer-newer-postgresql': () => 'Besser PostgreSQL 16 oder neuer verwenden.',
  'set-up-postgresql': () => 'Neu einrichten:',
  'close-admin': ({ setting, file }) => `${setting} in ${file} eintragen, dann:`,
  'restore-route': () => 'Wiederherstellen:',
  'make-domains': () => 'Neu anlegen:',
  'boot-option': ({ option }) => `Mit ${option} in der Kernel-Befehlszeile starten.`,
  'enable-favordynmods': () => 'Wenn fork und exit etwas teurer werden dürfen:',
  'upgrade-kernel': () => 'Dafür ist Linux 6.0 oder neuer nötig.',
  'see-why': () => 'Den Grund zeigt:',
  'compare-audit': () => 'Mit einer Sicherung vergleichen, und mit dem Journal des Agenten:',
  start: () => 'Starten:',
  'start-bus': () => 'D-Bus starten:',
  'free-connections': () =>
    'Einige Verbindungen schließen oder max_connections in postgresql.conf erhöhen und PostgreSQL neu starten',
  'read-journal': () => 'Näheres zeigt das Journal des Agenten:',
}
