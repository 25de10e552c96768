import { oldestVersions, type FindingId, type Found, type Remedy } from '../facts/finding.ts'
import type { Sentences } from './sentences.ts'
import { postgresqlFull, serviceDown } from './service-down.ts'

export const findingTitle: Sentences<{ code: FindingId }> = {
  'systemd.version': () => `systemd ${oldestVersions.systemd} or newer`,
  'systemd.user-managers': () => 'systemd runs user units',
  'systemd.templates': () => "Pilot's unit templates are installed",
  'systemd.answers': () => 'systemd answers',
  'tools.useradd': () => 'The program useradd',
  'tools.userdel': () => 'The program userdel',
  'tools.loginctl': () => 'The program loginctl',
  'tools.systemctl': () => 'The program systemctl',
  'tools.systemd-sysusers': () => 'The program systemd-sysusers',
  'tools.createuser': () => 'The program createuser',
  'tools.createdb': () => 'The program createdb',
  'tools.systemd-socket-proxyd': () => 'systemd-socket-proxyd for proxied tenants',
  'tools.answers': () => 'Programs answers',
  'runtime.node': () => 'The language runtime',
  'sample.app': () => 'The sample app',
  'postgresql.version': () => `PostgreSQL ${oldestVersions.postgresql} or newer`,
  'postgresql.createrole': () => 'CREATEROLE is a boundary',
  'postgresql.role': () => 'The role pilot',
  'postgresql.peer': () => 'Local peer authentication for tenants',
  'postgresql.answers': () => 'PostgreSQL answers',
  'caddy.admin': () => "Caddy's admin API is closed to tenants",
  'caddy.route': () => "The tenants' route",
  'caddy.domains': () => 'The folder of domains',
  'caddy.answers': () => 'Caddy answers',
  'kernel.cgroup': () => 'cgroup v2 with its controllers',
  'kernel.favordynmods': () => 'Quick starts of processes in new cgroups',
  'kernel.answers': () => 'Kernel answers',
  'tenants.degraded': () => 'All tenants are wholly provisioned',
  'tenants.failing': () => 'No tenant crashes again and again',
  'tenants.answers': () => 'Tenants answers',
  'audit.chain': () => 'The audit is unbroken',
  'audit.answers': () => 'Audit answers',
}

export const found: Sentences<Found> = {
  'systemd-runs': ({ version }) => `systemd ${version} runs.`,
  'systemd-old': ({ version }) => `systemd ${version} is too old.`,
  'user-managers': () => 'user@.service is there.',
  'no-user-managers': () => 'user@.service is missing, so --scope=user does not work.',
  templates: ({ folder }) => `They are in ${folder}.`,
  'no-templates': ({ units, folder }) => `${units.join(', ')} missing in ${folder}.`,

  program: ({ path }) => `It is ${path}.`,
  'no-program': () => 'It is not installed.',
  runtime: ({ path }) => `It is ${path}.`,
  'sample-app': ({ path }) => `It is ${path}.`,
  'no-file': ({ path }) => `${path} is missing.`,

  'postgresql-runs': ({ version }) => `PostgreSQL ${version} runs.`,
  'postgresql-old': ({ version }) => `PostgreSQL ${version} is too old.`,
  'createrole-bounded': ({ major }) => `In PostgreSQL ${major} the role pilot cannot make itself more.`,
  'createrole-unbounded': ({ major }) =>
    `In PostgreSQL ${major} whoever takes over the role pilot can make itself superuser.`,
  role: () => 'It may create roles and databases and is no superuser.',
  'no-role': () => 'There is no role pilot.',
  'role-superuser': () => 'The role pilot is a superuser; it must not be.',
  'role-lacks': () => 'The role pilot lacks LOGIN, CREATEROLE or CREATEDB.',
  peer: () => 'Each tenant enters its own database as itself, and no other.',
  'access-faulty': ({ fault }) => `pg_hba.conf has a fault: ${fault}.`,
  'no-peer': ({ line }) => `pg_hba.conf has no line "${line}".`,
  'no-reject': ({ line }) => `pg_hba.conf has no line "${line}", so tenants enter foreign databases.`,
  'reject-first': () => 'In pg_hba.conf tenants are rejected before they are let in.',
  'open-first': () => 'In pg_hba.conf a line for all users stands before those for tenants.',

  'admin-closed': ({ address }) => `It listens on ${address} only.`,
  'admin-port': ({ port }) => `Something listens on TCP port ${port}, Caddy's usual admin address.`,
  'admin-open': ({ address }) =>
    `It listens on ${address}: every local user, so every tenant, can change Caddy.`,
  route: () => 'It is in place.',
  'no-route': () => 'It is missing or out of date, so tenants cannot be reached.',
  domains: ({ link, folder }) => `${link} leads to ${folder}.`,
  'no-domains': ({ link, folder }) => `${link} does not lead to ${folder}.`,

  cgroup: () => 'cpu, memory and pids are there.',
  'no-cgroup': () => 'There is no cgroup v2, so limits do not hold and memory is not told.',
  'no-controllers': ({ controllers }) =>
    `${controllers.join(', ')} not available, so limits on them do not hold.`,
  favordynmods: ({ command }) => `The cgroup mount has favordynmods. Without it again: ${command}`,
  'no-favordynmods': () =>
    'The cgroup mount has no favordynmods, so cold starts take about 10 ms longer while the machine is busy.',

  'none-degraded': () => 'None is otherwise.',
  'none-failing': () => 'None is otherwise.',
  tenants: ({ names, more }) => `${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}.`,

  chain: () => 'Every line fits to the one before.',
  'chain-broken': ({ line }) =>
    `Line ${line} does not fit to the one before: somebody changed the store by hand.`,

  down: ({ service }) => serviceDown[service],
  'postgresql-full': () => postgresqlFull,
  unchecked: () => 'It could not be checked.',
}

/** Each ends with a colon where a command follows. */
export const remedy: Sentences<Remedy> = {
  'upgrade-system': () => 'Upgrade the system to Debian 12, or to Fedora 37, or newer.',
  install: () => 'Install it:',
  reinstall: () => 'Install the package again:',
  'upgrade-postgresql': () => 'Upgrade it with pg_upgradecluster.',
  'prefer-newer-postgresql': () => 'Prefer PostgreSQL 16 or newer.',
  'set-up-postgresql': () => 'Set it up again:',
  'close-admin': ({ setting, file }) => `Set ${setting} in ${file}, then:`,
  'restore-route': () => 'Put it back:',
  'make-domains': () => 'Make it again:',
  'boot-option': ({ option }) => `Boot with ${option} on the kernel command line.`,
  'enable-favordynmods': () => 'If fork and exit may be a little dearer:',
  'upgrade-kernel': () => 'It needs Linux 6.0 or newer.',
  'see-why': () => 'See why:',
  'compare-audit': () => "Compare it with a backup, and with the agent's journal:",
  start: () => 'Start it:',
  'start-bus': () => 'Start D-Bus:',
  'free-connections': () =>
    'Close some connections, or raise max_connections in postgresql.conf and restart it',
  'read-journal': () => "Look at the agent's journal:",
}
