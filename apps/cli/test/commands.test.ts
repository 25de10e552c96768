import { expect, test } from 'vitest'
import { runPilot } from './run-pilot.ts'

const spellings: [line: string, method: string, input: unknown][] = [
  [
    'create-tenant --name=mytenant --domain=mytenant.localhost --idle=5min',
    'createTenant',
    { name: 'mytenant', domains: ['mytenant.localhost'], idle: 300_000 },
  ],
  [
    'create-tenant --name mytenant --domain mytenant.localhost --idle 5min',
    'createTenant',
    { name: 'mytenant', domains: ['mytenant.localhost'], idle: 300_000 },
  ],
  ['create-tenant mytenant', 'createTenant', { name: 'mytenant' }],
  ['create-tenant --name=a --idle=10s', 'createTenant', { name: 'a', idle: 10_000 }],
  ['create-tenant --name=a --idle=1min', 'createTenant', { name: 'a', idle: 60_000 }],
  ['create-tenant --name=a --idle=1h', 'createTenant', { name: 'a', idle: 3_600_000 }],
  [
    'create-tenant a --domain=a.example.com,b.example.com --domain c.example.com',
    'createTenant',
    { name: 'a', domains: ['a.example.com', 'b.example.com', 'c.example.com'] },
  ],
  ['create-tenant a --scope=user', 'createTenant', { name: 'a', scope: 'user' }],
  [
    'create-tenant a --app=/srv/a.js --activation=native --listen=socket',
    'createTenant',
    { name: 'a', command: ['/srv/a.js'], activation: 'native', listen: 'socket' },
  ],
  [
    'create-tenant a --memory-max=64M --cpu-quota=50% --tasks-max=20 --runtime-max=1h',
    'createTenant',
    { name: 'a', limits: { memoryMax: 67_108_864, cpuQuota: 50, tasksMax: 20 }, runtimeMax: 3_600_000 },
  ],
  ['create-tenant a --memory-max=infinity', 'createTenant', { name: 'a' }],
  [
    'create-tenant a --env A=1 --env B=x=y --env C=',
    'createTenant',
    { name: 'a', environment: { A: '1', B: 'x=y', C: '' } },
  ],
  ['create-user --name=myuser', 'createUser', { name: 'myuser' }],
  ['create-user --name myuser --scope user', 'createUser', { name: 'myuser', scope: 'user' }],
  ['setup-database --name=myuser', 'setupDatabase', { name: 'myuser' }],
  ['setup-database --name myuser', 'setupDatabase', { name: 'myuser' }],
  ['setup-systemd --name=myuser --idle=10s', 'setupSystemd', { name: 'myuser', idle: 10_000 }],
  ['setup-systemd --name myuser --idle 10s', 'setupSystemd', { name: 'myuser', idle: 10_000 }],
  [
    'setup-proxy --name=myuser --domain=myuser.example.com',
    'setupProxy',
    { name: 'myuser', domains: ['myuser.example.com'] },
  ],
  ['setup-proxy --name myuser', 'setupProxy', { name: 'myuser' }],
  ['create-fake-users --count=5 --idle=10s', 'createMany', { count: 5, prefix: 'user', idle: 10_000 }],
  ['create-fake-users --count 2 --prefix trial', 'createMany', { count: 2, prefix: 'trial' }],
  ['check', 'check', {}],
  [
    'list --state=asleep,awake --search=de --all',
    'list',
    {
      states: ['asleep', 'awake'],
      search: 'de',
      deleted: true,
      sort: 'name',
      descending: false,
      offset: 0,
      limit: 10_000,
    },
  ],
  ['show demo', 'show', { name: 'demo' }],
  ['show --name=demo', 'show', { name: 'demo' }],
  ['show --name demo', 'show', { name: 'demo' }],
  ['delete-tenant demo', 'deleteTenant', { name: 'demo', purge: false }],
  ['delete-tenant --name=demo --purge', 'deleteTenant', { name: 'demo', purge: true }],
  ['suspend demo', 'suspend', { name: 'demo' }],
  ['resume --name=demo', 'resume', { name: 'demo' }],
  ['wake demo', 'wake', { name: 'demo' }],
  ['sleep --name demo', 'sleep', { name: 'demo' }],
  ['logs demo', 'logs', { name: 'demo', follow: false, lines: 200, priority: 7 }],
  ['logs demo -p 3', 'logs', { name: 'demo', follow: false, lines: 200, priority: 3 }],
  [
    'logs demo --priority=warning --search=Timeout',
    'logs',
    { name: 'demo', follow: false, lines: 200, priority: 4, search: 'Timeout' },
  ],
  [
    'logs demo -f -n 5 --since=today',
    'logs',
    { name: 'demo', follow: true, lines: 5, since: 'today', priority: 7 },
  ],
  ['logs --follow --lines=5 --name=demo', 'logs', { name: 'demo', follow: true, lines: 5, priority: 7 }],
  [
    'set demo --idle=1min --add-domain=a.example.com --remove-domain=b.example.com --unset-env=COLOR --env A=1',
    'setTenant',
    {
      name: 'demo',
      idle: 60_000,
      addDomains: ['a.example.com'],
      removeDomains: ['b.example.com'],
      unsetEnvironment: ['COLOR'],
      setEnvironment: { A: '1' },
    },
  ],
  [
    'set demo --memory-max=infinity --cpu-quota=infinity --tasks-max=infinity --runtime-max=infinity',
    'setTenant',
    { name: 'demo', limits: { memoryMax: null, cpuQuota: null, tasksMax: null }, runtimeMax: null },
  ],
  ['set demo', 'setTenant', { name: 'demo' }],
  ['logs demo --wakes', 'logs', { name: 'demo', follow: false, lines: 200, priority: 7, wakes: true }],
  ['samples --json', 'hostSamples', { hours: 24 }],
  ['samples demo --hours=720 --json', 'tenantSamples', { name: 'demo', hours: 720 }],
  ['wakes --json', 'wakeTimes', { hours: 24 }],
  ['wakes --name=demo --hours 2 --json', 'wakeTimes', { name: 'demo', hours: 2 }],
  ['metrics', 'metrics', {}],
  ['audit', 'audit', { limit: 100 }],
  ['audit demo -n 3', 'audit', { tenant: 'demo', limit: 3 }],
  [
    'audit --actor=ada --action signIn --result=failed --since=2026-01-31T12:00:00Z --until 2026-02-01T00:00:00+01:00',
    'audit',
    {
      actor: 'ada',
      action: 'signIn',
      result: 'failed',
      since: '2026-01-31T12:00:00.000Z',
      until: '2026-01-31T23:00:00.000Z',
      limit: 100,
    },
  ],
  ['operator add ada --role=viewer', 'addOperator', { name: 'ada', role: 'viewer' }],
  ['operator list', 'operators', {}],
  ['operator reset ada', 'resetOperator', { name: 'ada' }],
  ['operator role ada operator', 'setOperatorRole', { name: 'ada', role: 'operator' }],
  ['operator remove ada', 'removeOperator', { name: 'ada' }],
  ['operator sessions', 'sessions', { all: true }],
  ['operator sessions ada', 'sessions', { operator: 'ada', all: false }],
  ['plan create demo --idle=10s', 'planCreate', { name: 'demo', idle: 10_000 }],
  ['plan set demo --idle=10s', 'planSet', { name: 'demo', idle: 10_000 }],
  ['plan delete --name=demo --purge', 'planDelete', { name: 'demo', purge: true }],
]

test.each(spellings)('pilot %s asks the agent for exactly that', async (line, method, input) => {
  const { code, calls } = await runPilot(line.split(' '))
  expect(code).toBe(0)
  expect(calls[0]).toEqual({ method, input })
})

const commandLines: [text: string, command: string[]][] = [
  ['/srv/app --port 8080', ['/srv/app', '--port', '8080']],
  [`/srv/app 'two words' "and 'these'"`, ['/srv/app', 'two words', "and 'these'"]],
  ['/srv/app a\\ b ""', ['/srv/app', 'a b', '']],
  ['/srv/app $HOME `id` $(id) *.js ~ ; rm', ['/srv/app', '$HOME', '`id`', '$(id)', '*.js', '~', ';', 'rm']],
]

test.each(commandLines)(
  '--exec %s is split by quotes and nothing in it is expanded',
  async (text, command) => {
    const { calls } = await runPilot(['create-tenant', 'demo', `--exec=${text}`])
    expect(calls[0]?.input).toEqual({ name: 'demo', command })
  },
)

const changing: string[] = [
  'create-tenant demo',
  'create-user demo',
  'setup-database demo',
  'setup-systemd demo',
  'setup-proxy demo',
  'create-fake-users --count=2',
  'set demo',
  'delete-tenant demo',
  'suspend demo',
  'resume demo',
  'wake demo',
  'sleep demo',
  'operator reset ada',
  'operator role ada viewer',
  'operator remove ada',
  'operator sign-out ada',
  'operator add bob --role=viewer',
]

const reading = new Set(['show', 'operators', 'sessions'])

test.each(changing)('pilot %s --dry-run only reads', async (line) => {
  const { code, calls } = await runPilot([...line.split(' '), '--dry-run'])
  expect(code).toBe(0)
  expect(calls.filter(({ method }) => !reading.has(method) && !method.startsWith('plan'))).toEqual([])
})

test.each([
  ...changing,
  'list',
  'show demo',
  'logs demo',
  'audit',
  'plan create demo',
  'operator list',
  'operator sessions',
])('pilot %s without root exits with 4 and one sentence, and makes no call', async (line) => {
  const { code, calls, err } = await runPilot(line.split(' '), { root: false })
  expect(code).toBe(4)
  expect(calls).toEqual([])
  expect(err).toMatch(/^pilot: [^\n]*not permitted: [^\n]*root[^\n]*\n$/)
})

test('check needs no root', async () => {
  const { code, out } = await runPilot(['check'], { root: false })
  expect(code).toBe(0)
  expect(out).toContain(
    "✓ Caddy's admin API is closed to tenants: It listens on unix//run/caddy/admin.sock only.",
  )
})
