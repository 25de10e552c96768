import type { Finding } from '@pilot/contract'
import { createTranslator } from 'next-intl'
import { expect, test } from 'vitest'
import de from '../messages/de/host.json' with { type: 'json' }
import en from '../messages/en/host.json' with { type: 'json' }
import { findFindingText } from '../src/features/host/finding-text.ts'

type Told = readonly [id: string, title: string, detail: string, remedy: string]

const reinstall = 'Install the package again: apt install --reinstall pilot'
const setUp = 'Set it up again: /usr/lib/pilot/setup-postgres'

/** What apps/agent/src/check tells. */
const told: readonly Told[] = [
  ['systemd.version', 'systemd 252 or newer', 'systemd 257 runs.', ''],
  [
    'systemd.user-managers',
    'systemd runs user units',
    'user@.service is missing, so --scope=user does not work.',
    'Install it: apt install systemd libpam-systemd dbus-user-session',
  ],
  [
    'systemd.templates',
    "Pilot's unit templates are installed",
    'pilot@.socket, pilot@.service missing in /usr/lib/systemd/system.',
    reinstall,
  ],
  ['tools.useradd', 'The program useradd', 'It is /usr/sbin/useradd.', ''],
  [
    'tools.createdb',
    'The program createdb',
    'It is not installed.',
    'Install it: apt install postgresql-client',
  ],
  [
    'tools.systemd-socket-proxyd',
    'systemd-socket-proxyd for proxied tenants',
    '/usr/lib/systemd/systemd-socket-proxyd is missing.',
    'Install it: apt install systemd',
  ],
  ['runtime.node', 'The language runtime', 'It is /usr/lib/pilot/bin/node.', ''],
  ['sample.app', 'The sample app', '/usr/local/bin/user-rest-api is missing.', reinstall],
  ['postgresql.version', 'PostgreSQL 15 or newer', 'PostgreSQL 17.6 runs.', ''],
  [
    'postgresql.createrole',
    'CREATEROLE is a boundary',
    'In PostgreSQL 15 whoever takes over the role pilot can make itself superuser.',
    'Prefer PostgreSQL 16 or newer.',
  ],
  ['postgresql.role', 'The role pilot', 'There is no role pilot.', setUp],
  [
    'postgresql.peer',
    'Local peer authentication for tenants',
    'pg_hba.conf has no line "local all +pilot_tenants reject", so tenants enter foreign databases.',
    setUp,
  ],
  [
    'postgresql.answers',
    'PostgreSQL answers',
    'PostgreSQL does not answer; start it with "systemctl start postgresql". Then run the same command again.',
    'Start it: systemctl start postgresql',
  ],
  ['kernel.answers', 'Kernel answers', 'It could not be checked.', 'Look at "journalctl -u pilot-agent".'],
  [
    'caddy.admin',
    "Caddy's admin API is closed to tenants",
    "Something listens on TCP port 2019, Caddy's usual admin address.",
    'Set PILOT_CADDY_ADMIN=unix//run/caddy/admin.sock in /etc/pilot/pilot.conf, then: systemctl restart caddy',
  ],
  [
    'caddy.route',
    "The tenants' route",
    'It is missing or out of date, so tenants cannot be reached.',
    'Put it back: systemctl reload caddy',
  ],
  [
    'caddy.domains',
    'The folder of domains',
    '/run/pilot/by-domain does not lead to /var/lib/pilot/by-domain.',
    'Make it again: systemd-tmpfiles --create pilot.conf',
  ],
  [
    'kernel.cgroup',
    'cgroup v2 with its controllers',
    'cpu, memory not available, so limits on them do not hold.',
    'Boot with systemd.unified_cgroup_hierarchy=1 on the kernel command line.',
  ],
  [
    'kernel.favordynmods',
    'Quick starts of processes in new cgroups',
    'The cgroup mount has no favordynmods, so cold starts take about 10 ms longer while the machine is busy.',
    'If fork and exit may be a little dearer: systemctl enable --now pilot-favordynmods.service',
  ],
  [
    'kernel.favordynmods',
    'Quick starts of processes in new cgroups',
    'The cgroup mount has favordynmods. Without it again: systemctl disable --now pilot-favordynmods.service',
    '',
  ],
  [
    'tenants.degraded',
    'All tenants are wholly provisioned',
    'shop, blog and 3 more.',
    'See why: pilot show shop',
  ],
  ['tenants.failing', 'No tenant crashes again and again', 'None is otherwise.', 'See why: pilot logs shop'],
  [
    'audit.chain',
    'The audit is unbroken',
    'Line 7 does not fit to the one before: somebody changed the store by hand.',
    'Compare it with a backup, and with "journalctl -u pilot-agent".',
  ],
]

const finding = ([id, title, detail, remedy]: Told): Finding => ({
  id,
  title,
  detail,
  remedy,
  level: 'fault',
})

test.each(told)('%s is told in both languages', (...parts) => {
  const [, title, detail, remedy] = parts
  const found = findFindingText(finding(parts))
  const say = (
    locale: 'en' | 'de',
    sentence: { key: string; values: object } | undefined,
    text: string,
  ): string => {
    if (text === '') return ''
    const t = createTranslator({ locale, messages: locale === 'de' ? de : en, namespace: 'findings' })
    expect(sentence, text).toBeDefined()
    return t(sentence?.key as never, sentence?.values as never)
  }
  expect(say('en', found.title, title)).toBe(title)
  expect(say('en', found.detail, detail)).toBe(detail)
  expect(say('en', found.remedy, remedy)).toBe(remedy)
  if (remedy.includes(': ')) expect(say('de', found.remedy, remedy)).toContain(remedy.split(': ').at(-1))
  expect(say('de', found.detail, detail)).not.toBe(detail)
})

test('an unknown finding stays as the agent told it', () => {
  const found = findFindingText(finding(['moon.phase', 'The moon', 'It is full.', 'Wait.']))
  expect(found).toEqual({ title: undefined, detail: undefined, remedy: undefined })
})

test('an unknown sentence of a known finding stays as the agent told it', () => {
  const found = findFindingText(finding(['audit.chain', 'The audit is unbroken', 'Somebody ate it.', '']))
  expect(found).toMatchObject({ title: { key: 'audit.chain.title' }, detail: undefined })
})
