import { createSpeaker, FindingId, Found, Remedy, Service, speak } from '@pilot/contract'
import { expect, test } from 'vitest'
import { facts } from '../messages/facts.ts'
import { plainForms } from './support/plain-forms.ts'

const german = createSpeaker(facts.de, plainForms)

const found: { [Code in Found['code']]: Extract<Found, { code: Code }> } = {
  'systemd-runs': { code: 'systemd-runs', version: '257' },
  'systemd-old': { code: 'systemd-old', version: '247' },
  'user-managers': { code: 'user-managers' },
  'no-user-managers': { code: 'no-user-managers' },
  templates: { code: 'templates', folder: '/usr/lib/systemd/system' },
  'no-templates': { code: 'no-templates', units: ['pilot@.socket'], folder: '/usr/lib/systemd/system' },
  program: { code: 'program', path: '/usr/sbin/useradd' },
  'no-program': { code: 'no-program' },
  runtime: { code: 'runtime', path: '/usr/lib/pilot/bin/node' },
  'sample-app': { code: 'sample-app', path: '/usr/local/bin/user-rest-api' },
  'no-file': { code: 'no-file', path: '/usr/lib/systemd/systemd-socket-proxyd' },
  'postgresql-runs': { code: 'postgresql-runs', version: '17.6' },
  'postgresql-old': { code: 'postgresql-old', version: '14.2' },
  'createrole-bounded': { code: 'createrole-bounded', major: 17 },
  'createrole-unbounded': { code: 'createrole-unbounded', major: 15 },
  role: { code: 'role' },
  'no-role': { code: 'no-role' },
  'role-superuser': { code: 'role-superuser' },
  'role-lacks': { code: 'role-lacks' },
  peer: { code: 'peer' },
  'access-faulty': { code: 'access-faulty', fault: 'ungültige Verbindungsart' },
  'no-peer': { code: 'no-peer', line: 'local sameuser +pilot_tenants peer' },
  'no-reject': { code: 'no-reject', line: 'local all +pilot_tenants reject' },
  'reject-first': { code: 'reject-first' },
  'open-first': { code: 'open-first' },
  'admin-closed': { code: 'admin-closed', address: 'unix//run/caddy/admin.sock' },
  'admin-port': { code: 'admin-port', port: 2019 },
  'admin-open': { code: 'admin-open', address: 'localhost:2020' },
  route: { code: 'route' },
  'no-route': { code: 'no-route' },
  domains: { code: 'domains', link: '/run/pilot/by-domain', folder: '/var/lib/pilot/by-domain' },
  'no-domains': { code: 'no-domains', link: '/run/pilot/by-domain', folder: '/var/lib/pilot/by-domain' },
  cgroup: { code: 'cgroup' },
  'no-cgroup': { code: 'no-cgroup' },
  'no-controllers': { code: 'no-controllers', controllers: ['cpu', 'pids'] },
  favordynmods: { code: 'favordynmods', command: 'systemctl disable --now pilot-favordynmods.service' },
  'no-favordynmods': { code: 'no-favordynmods' },
  'none-degraded': { code: 'none-degraded' },
  'none-failing': { code: 'none-failing' },
  tenants: { code: 'tenants', names: ['shop', 'blog'], more: 3 },
  chain: { code: 'chain' },
  'chain-broken': { code: 'chain-broken', line: 7 },
  down: { code: 'down', service: 'postgresql' },
  'postgresql-full': { code: 'postgresql-full' },
  unchecked: { code: 'unchecked' },
}

const remedies: { [Code in Remedy['code']]: Extract<Remedy, { code: Code }> } = {
  'upgrade-system': { code: 'upgrade-system', command: null },
  install: { code: 'install', command: 'apt install passwd' },
  reinstall: { code: 'reinstall', command: 'apt install --reinstall pilot' },
  'upgrade-postgresql': { code: 'upgrade-postgresql', command: null },
  'prefer-newer-postgresql': { code: 'prefer-newer-postgresql', command: null },
  'set-up-postgresql': { code: 'set-up-postgresql', command: '/usr/lib/pilot/setup-postgres' },
  'close-admin': {
    code: 'close-admin',
    setting: 'PILOT_CADDY_ADMIN=unix//run/caddy/admin.sock',
    file: '/etc/pilot/pilot.conf',
    command: 'systemctl restart caddy',
  },
  'restore-route': { code: 'restore-route', command: 'systemctl reload caddy' },
  'make-domains': { code: 'make-domains', command: 'systemd-tmpfiles --create pilot.conf' },
  'boot-option': { code: 'boot-option', option: 'systemd.unified_cgroup_hierarchy=1', command: null },
  'enable-favordynmods': { code: 'enable-favordynmods', command: 'systemctl enable --now a.service' },
  'upgrade-kernel': { code: 'upgrade-kernel', command: null },
  'see-why': { code: 'see-why', command: 'pilot show shop' },
  'compare-audit': { code: 'compare-audit', command: 'journalctl -u pilot-agent' },
  start: { code: 'start', command: 'systemctl start postgresql' },
  'start-bus': { code: 'start-bus', command: 'systemctl start dbus' },
  'free-connections': { code: 'free-connections', command: null },
  'read-journal': { code: 'read-journal', command: 'journalctl -u pilot-agent' },
}

test.each(FindingId.options)('the title of %s is told in both languages', (code) =>
  expectWords(speak.findingTitle({ code }), german.findingTitle({ code }), {}),
)

test.each(Found.options.map(({ shape }) => shape.code.value))('%s is told in both languages', (code) => {
  expectWords(speak.found(found[code]), german.found(found[code]), code === 'down' ? {} : found[code])
})

test.each(Service.options)('%s that is down is named in both languages', (service) => {
  const down = { code: 'down', service } as const
  expectWords(speak.found(down), german.found(down), {})
})

test.each(Remedy.options.map(({ shape }) => shape.code.value))('%s tells its command', (code) => {
  const { command, ...sentence } = remedies[code]
  expectWords(speak.remedy(remedies[code]), german.remedy(remedies[code]), sentence)
  for (const speaker of [speak, german])
    expect(speaker.remedy(remedies[code]).endsWith(':')).toBe(command !== null)
})

test('tenants are counted where not all are named', () => {
  const few: Found = { code: 'tenants', names: ['shop'], more: 0 }
  expect([speak.found(few), german.found(few)]).toEqual(['shop.', 'shop.'])
  expect(speak.found({ ...few, more: 3 })).toBe('shop and 3 more.')
})

/** Both say something, German not in English, and each tells what the fact tells. */
const expectWords = (inEnglish: string, inGerman: string, fact: object): void => {
  const values: readonly unknown[] = Object.entries(fact).flatMap(([name, value]: [string, unknown]) =>
    name === 'code' ? [] : value,
  )
  expect(inGerman).not.toBe(inEnglish)
  for (const said of [inEnglish, inGerman]) {
    expect(said).toMatch(/^\S.*\S$/)
    expect(said).not.toMatch(/undefined|null|\[object|[{}]/)
    for (const value of values) expect(said).toContain(String(value))
  }
}
