import { PilotError } from '@pilot/contract'
import { expect, test } from 'vitest'
import { readFile } from '../src/read-file.ts'
import { runPilot } from './run-pilot.ts'

const badNames = [
  '',
  'a'.repeat(32),
  'Demo',
  'dämo',
  '..',
  'a/b',
  'a\nb',
  'a%b',
  'a"b',
  "a'b",
  '$(id)',
  '`id`',
  '1demo',
  '-demo',
  'demo-',
  'de mo',
  'root',
  'postgres',
  'pilot',
  'caddy',
  'a.b',
  'a_b',
  'a\u0000b',
]
const badDomains = [
  'a.com\n',
  ' a.com',
  '',
  'localhost',
  `${'a'.repeat(64)}.com`,
  `${'a.'.repeat(130)}com`,
  'Shop.example.com',
  'shöp.example.com',
  '..',
  'a..b',
  '../secret.com',
  'a/b.com',
  'a\nb.com',
  'a%.com',
  'a".com',
  '$(id).com',
  '-a.com',
  'a-.com',
  '10.0.0.1',
  '.example.com',
  'example.com.',
  'a.com,',
  '*.example.com',
  'a.com:80',
]
const badIdleTimes = [
  '',
  '0',
  '0s',
  '-5s',
  '1 fortnight',
  '5 lightyears',
  '10ms',
  '8d',
  'infinity',
  '1e3',
  'NaN',
]

const cases: string[][] = [
  ...badNames.flatMap((name) => [
    ['create-tenant', `--name=${name}`],
    ['create-user', '--name', name],
    ['setup-database', `--name=${name}`],
    ['setup-systemd', `--name=${name}`],
    ['setup-proxy', `--name=${name}`],
    ['show', `--name=${name}`],
    ['set', '--', name],
    ['delete-tenant', '--purge', `--name=${name}`],
    ['suspend', `--name=${name}`],
    ['logs', `--name=${name}`],
    ['plan', 'create', `--name=${name}`],
  ]),
  ...badDomains.flatMap((domain) => [
    ['create-tenant', '--name=demo', `--domain=${domain}`],
    ['setup-proxy', '--name=demo', '--domain', domain],
    ['set', 'demo', `--add-domain=${domain}`],
  ]),
  ...badIdleTimes.flatMap((idle) => [
    ['create-tenant', '--name=demo', `--idle=${idle}`],
    ['setup-systemd', '--name=demo', '--idle', idle],
    ['create-fake-users', '--count=1', `--idle=${idle}`],
  ]),
  ...['', '0', '-1', '1.5', 'many', '5001', '1e9'].map((count) => ['create-fake-users', `--count=${count}`]),
  ...['', 'User', '1a', 'a_b', 'ä'].map((prefix) => ['create-fake-users', '--count=1', `--prefix=${prefix}`]),
  ...['', '1K', '-1', '64 Mega', '2P', 'lots'].map((size) => ['set', 'demo', `--memory-max=${size}`]),
  ...['', 'half', '0%', '-5%', '1.5%'].map((quota) => ['set', 'demo', `--cpu-quota=${quota}`]),
  ...['', '3', '-1', 'many'].map((tasks) => ['set', 'demo', `--tasks-max=${tasks}`]),
  ...['', '1ms', 'soon'].map((span) => ['set', 'demo', `--runtime-max=${span}`]),
  ...['', 'A', '=x', '1A=x', 'A B=x', 'PATH\n=x', 'PILOT_X=1', 'HOME=/', 'A=x\ny'].map((pair) => [
    'set',
    'demo',
    `--env=${pair}`,
  ]),
  ...['', '1A', 'LISTEN_FDS'].map((name) => ['set', 'demo', `--unset-env=${name}`]),
  ...['', 'server', './server', '/srv/../bin/sh', "/srv/a 'open", '/srv/a \\'].map((exec) => [
    'set',
    'demo',
    `--exec=${exec}`,
  ]),
  ...['', 'server.js', '/a\nb'].map((app) => ['set', 'demo', `--app=${app}`]),
  ...['', 'both', 'User'].map((scope) => ['create-tenant', 'demo', `--scope=${scope}`]),
  ...['', 'magic'].map((way) => ['create-tenant', 'demo', `--activation=${way}`]),
  ...['', 'pipe'].map((where) => ['create-tenant', 'demo', `--listen=${where}`]),
  ...['', 'gone'].map((state) => ['list', `--state=${state}`]),
  ...['', '0', 'x', '10001'].map((lines) => ['logs', 'demo', '-n', lines]),
  ...['', '8', '-1', 'loud', 'err..debug'].map((priority) => ['logs', 'demo', `--priority=${priority}`]),
  ['list', `--search=${'x'.repeat(101)}`],
  ['logs', 'demo', `--search=${'x'.repeat(201)}`],
  ...['', 'now; reboot', '$(id)'].map((since) => ['logs', 'demo', `--since=${since}`]),
  ...['', 'a/b.service', 'a b.service', 'caddy.exe', '$(id).service'].map((unit) => ['check', '--', unit]),
  ['create-tenant'],
  ['create-tenant', '--nmae=demo'],
  ['create-tenant', '--name'],
  ['create-tenant', 'demo', '--name=other'],
  ['create-tenant', 'demo', 'other'],
  ['create-tenant', 'demo', '--exec=/a', '--app=/b'],
  ['create-fake-users'],
  ['craete-tenant'],
  ['show'],
  ['show', '--everything'],
  ['plan'],
  ['plan', 'craete'],
  ['completion'],
  ['completion', 'tcsh'],
  ['--nonsense'],
]

test.each(cases.map((args) => [JSON.stringify(args), args] as const))(
  'pilot %s exits with 2 and one sentence, and makes no call',
  async (_title, args) => {
    const { code, out, err, calls } = await runPilot(args)
    expect(err).toMatch(/^pilot: [^\n]+ is not valid: [^\n]+\.\n$/)
    expect({ code, out, calls }).toEqual({ code: 2, out: '', calls: [] })
  },
)

const suggestions: [args: string[], meant: string][] = [
  [['craete-tenant'], 'create-tenant'],
  [['create-tenant', '--nmae=demo'], '--name'],
  [['set', 'demo', '--memorymax=64M'], '--memory-max'],
  [['plan', 'craete'], 'create'],
]

test.each(suggestions)('%j names what was probably meant, %s', async (args, meant) => {
  const { err } = await runPilot(args)
  expect(err).toContain(`perhaps ${meant} is meant`)
})

test('bad input is refused before root is asked for', async () => {
  expect((await runPilot(['create-tenant', '--name=Demo'], { root: false })).code).toBe(2)
})

test('with --json bad input is also told as a problem on stdout', async () => {
  const { code, lines } = await runPilot(['create-tenant', '--name=Demo', '--json'])
  expect(code).toBe(2)
  expect(lines()).toEqual([
    {
      problem: {
        code: 'invalid-input',
        field: 'name',
        fault: { code: 'name-start' },
      },
      message: 'name is not valid: the name must begin with a lower-case letter a-z.',
    },
  ])
})

test.each<[args: string[], field: string, fault: object]>([
  [['create-tenant', 'demo', '--idle=soon'], '--idle', { code: 'not-time-span', text: 'soon' }],
  [['create-tenant', 'demo', '--scope=both'], '--scope', { code: 'none-of', options: ['system', 'user'] }],
  [['set', 'demo', '--memory-max=lots'], '--memory-max', { code: 'not-size', text: 'lots' }],
  [['set', 'demo', '--remove-domain=a..b'], '--remove-domain', { code: 'domain-empty-label' }],
  [['create-fake-users'], '--count', { code: 'missing' }],
  [['logs', 'demo', '-n', '0'], '--lines', { code: 'not-count', text: '0', least: 1, most: 10_000 }],
  [['audit', '--since=whenever'], '--since', { code: 'not-since' }],
  [['show'], 'name', { code: 'missing' }],
  [['audit', '--action=weird'], '--action', { code: 'none-of' }],
  [['create-tenant', 'demo', '--domain=http://a.example'], '--domain', { code: 'domain-url' }],
  [['create-tenant', 'demo', '--domain=a.example:80'], '--domain', { code: 'domain-port' }],
])('with --json %j names the flag and what is wrong as a fact', async (args, field, fault) => {
  const [answer] = (await runPilot([...args, '--json'])).lines()
  expect(answer).toMatchObject({ problem: { code: 'invalid-input', field, fault } })
})

test.each([
  ['removeDomains', '--remove-domain'],
  ['domains.1', '--domain'],
  ['setEnvironment.A', '--env'],
  ['limits.memoryMax', '--memory-max'],
  ['since', '--since'],
  ['tenants', 'the list'],
])('what the agent refuses as %s is told as %s', async (wire, field) => {
  const setTenant = new PilotError({ code: 'invalid-input', field: wire, fault: { code: 'domain-last' } })
  const { code, err } = await runPilot(['set', 'demo'], { answers: { setTenant } })
  expect([code, err]).toEqual([2, `pilot: ${field} is not valid: a tenant needs at least one domain.\n`])
})

test('a file that is not there is not found, and one that cannot be read says why', async () => {
  await expect(readFile('/nowhere/list.csv')).rejects.toMatchObject({
    problem: { code: 'not-found', what: { code: 'file', path: '/nowhere/list.csv' } },
  })
  await expect(readFile('/')).rejects.toMatchObject({
    message: 'file is not valid: / cannot be read: it is a directory.',
  })
})

test.each([
  [['operator', 'frob'], 'pilot operator --help'],
  [['operator'], 'pilot operator --help'],
  [['plan', 'frob'], 'pilot plan --help'],
  [['frob'], 'pilot --help'],
])('%j is led to the help that lists it', async (args, help) => {
  expect((await runPilot(args)).err).toContain(`"${help}" shows them all`)
})
