import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Account } from '../ports/accounts.ts'
import type { AuthenticationRule } from '../ports/postgres.ts'
import type { FileEntry, RoleEntry, State, UnitEntry } from './state.ts'

/** A Debian 13 with PostgreSQL and Caddy, on which Pilot's package is installed and nothing else. */
export const debian = (): State => ({
  accounts: new Map(accounts.map((account) => [account.name, account])),
  groups: new Map(
    [...accounts.map(({ name, gid }) => [name, gid] as const), ['pilot-tenants', tenantsGid] as const].map(
      ([name, gid]) => [name, { gid, members: new Set<string>() }],
    ),
  ),
  lingering: new Set(),
  files: new Map<string, FileEntry>([
    ...directories.map((path) => [path, { kind: 'directory', mode: 0o755, uid: 0, gid: 0 }] as const),
    ...Object.entries(files).map(
      ([path, text]) => [path, { kind: 'file', mode: 0o644, uid: 0, gid: 0, text }] as const,
    ),
    ...packagedFolders(),
  ]),
  roles: new Map([
    ['postgres', { ...role, login: true, superuser: true, createRole: true, createDatabase: true }],
    ['pilot', { ...role, login: true, createRole: true, createDatabase: true, memberOf: new Set<string>() }],
    ['pilot_tenants', { ...role, administered: true, memberOf: new Set<string>() }],
  ]),
  databases: new Map(
    ['postgres', 'template1'].map((name) => [
      name,
      {
        owner: 'postgres',
        allowsConnections: true,
        publicConnect: true,
        bytes: 7_500_000,
        ...(name === 'template1' && { isTemplate: true }),
      },
    ]),
  ),
  authenticationRules: [...authenticationRules],
  units: new Map([
    [
      'system',
      new Map<string, UnitEntry>(
        ['caddy.service', 'postgresql.service', 'dbus.service'].map((name) => [
          name,
          { ...running, text: files[`/usr/lib/systemd/system/${name}`] ?? '' },
        ]),
      ),
    ],
  ]),
  caddy: { apps: { http: { servers: { srv0: { listen: [':80'], routes: [] } } } } },
  journal: [],
  processes: [],
  connections: new Map(),
  machine: {
    programs: new Map(programs.map((name) => [name, `/usr/bin/${name}`])),
    kernel: '6.12.0',
    hostname: 'pilot-test',
    memory: 16 * 1024 ** 3,
    controllers: ['cpu', 'io', 'memory', 'pids'],
    mountOptions: ['rw', 'nosuid', 'nodev', 'noexec', 'relatime'],
    ports: new Set([80]),
  },
  now: Date.UTC(2026, 0, 1),
  nextPid: 1000,
})

const systemAccount = (name: string, id: number, home: string): Account => ({
  name,
  uid: id,
  gid: id,
  gecos: name,
  home,
  shell: '/usr/sbin/nologin',
})

const tenantsGid = 995

const accounts: readonly Account[] = [
  systemAccount('root', 0, '/root'),
  systemAccount('caddy', 999, '/var/lib/caddy'),
  systemAccount('postgres', 998, '/var/lib/postgresql'),
  systemAccount('pilot-web', 996, '/nonexistent'),
]

const role: RoleEntry = {
  login: false,
  superuser: false,
  createRole: false,
  createDatabase: false,
  connectionLimit: -1,
  comment: undefined,
  memberOf: new Set(),
  administered: false,
}

const running: UnitEntry = {
  text: '',
  active: 'active',
  sub: 'running',
  result: 'success',
  exitStatus: null,
  mainPid: null,
  stateChangedAt: Date.UTC(2026, 0, 1),
}

const directories = [
  '/',
  '/etc',
  '/etc/pilot',
  '/etc/sysusers.d',
  '/etc/tmpfiles.d',
  '/etc/systemd',
  '/etc/systemd/system',
  '/etc/systemd/system/sockets.target.wants',
  '/etc/systemd/system.control',
  '/run',
  '/run/user',
  '/usr',
  '/usr/lib',
  '/usr/lib/systemd',
  '/usr/lib/systemd/system',
  '/var',
  '/var/lib',
]

/** What the package brings by tmpfiles.d(5): from the same file, so that no folder is here that is not there. */
const packagedFolders = (): readonly [string, FileEntry][] =>
  readFileSync(tmpfiles, 'utf8')
    .split('\n')
    .map((line) => line.split(/\s+/))
    .flatMap(([type, path = '', mode = '', user = '', group = '', , target = '']): [string, FileEntry][] => {
      if (type === 'L+') return [[path, { kind: 'symlink', mode: 0o777, uid: 0, gid: 0, target }]]
      if (type !== 'd') return []
      return [[path, { kind: 'directory', mode: parseInt(mode, 8), uid: idOf(user), gid: idOf(group) }]]
    })

const tmpfiles = join(import.meta.dirname, '../../../../packaging/root/usr/lib/tmpfiles.d/pilot.conf')

/** Of a user or a group. */
const idOf = (name: string): number => {
  const id = name === 'pilot-tenants' ? tenantsGid : accounts.find((account) => account.name === name)?.gid
  if (id === undefined) throw new Error(`tmpfiles.d names ${name}, whom this machine does not know`)
  return id
}

const files: Readonly<Record<string, string>> = {
  '/usr/lib/systemd/system/caddy.service': '[Unit]\nDescription=Caddy\n[Service]\nUser=caddy\n',
  '/usr/lib/systemd/system/postgresql.service': '[Unit]\nDescription=PostgreSQL RDBMS\n[Service]\n',
  '/usr/lib/systemd/system/dbus.service': '[Unit]\nDescription=D-Bus System Message Bus\n[Service]\n',
  '/usr/lib/systemd/system/user@.service': '[Unit]\nDescription=User Manager for UID %i\n[Service]\n',
  '/usr/lib/systemd/system/pilot@.service': '[Unit]\nDescription=Pilot tenant %i\n[Service]\nUser=%i\n',
  '/usr/lib/systemd/system/pilot-proxy@.service':
    '[Unit]\nDescription=Proxy of Pilot tenant %i\nBindsTo=pilot@%i.service\n[Service]\nUser=%i\n',
  '/usr/lib/systemd/system/pilot@.socket':
    '[Unit]\nDescription=Socket of Pilot tenant %i\n[Socket]\nListenStream=/run/pilot/tenants/%i.sock\n' +
    'SocketMode=0660\nRemoveOnStop=yes\n',
}

const authenticationRules: readonly AuthenticationRule[] = [
  rule(['all'], ['pilot'], 'peer', ['map=pilot']),
  rule(['sameuser'], ['+pilot_tenants'], 'peer', []),
  rule(['all'], ['+pilot_tenants'], 'reject', []),
  rule(['all'], ['all'], 'peer', []),
]

function rule(databases: string[], users: string[], method: string, options: string[]): AuthenticationRule {
  return { type: 'local', databases, users, method, options, error: undefined }
}

const programs = ['loginctl', 'systemctl', 'systemd-sysusers', 'userdel', 'useradd', 'createuser', 'createdb']
