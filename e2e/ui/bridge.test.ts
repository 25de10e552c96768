import type { ChildProcessWithoutNullStreams } from 'node:child_process'
import { host, mustPilot, purge, run, shell } from '../system/support/pilot.ts'
import { until } from '../system/support/until.ts'
import { ask, callByPage, origin, problemIn } from './support/ask.ts'
import { makeOperator } from './support/operators.ts'
import { expect, test } from './support/test.ts'

let token: string

test.beforeAll(async () => {
  ;({ token } = await makeOperator('bridge-admin', 'admin'))
})
test.afterAll(() => purge('streamed'))

test('every page comes with a policy that allows scripts by a nonce of its own, and no others', async () => {
  const [first, second] = [await ask('/sign-in'), await ask('/sign-in')]
  const policy = first.headers['content-security-policy'] ?? ''
  const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? ''

  expect(policy).toContain("default-src 'none'")
  expect(/script-src ([^;]*)/.exec(policy)?.[1]).not.toContain('unsafe')
  expect(policy).toContain("frame-ancestors 'none'")
  expect(nonce.length).toBeGreaterThanOrEqual(22)
  expect(second.headers['content-security-policy']).not.toContain(nonce)
  const scripts = first.body.match(/<script\b[^>]*>/g) ?? []
  expect(scripts.length).toBeGreaterThan(0)
  expect(
    scripts.filter((script) => !script.includes(`nonce="${nonce}"`) && !script.includes('src="')),
  ).toEqual([])
  expect(first.body).not.toMatch(/<[^>]+\son[a-z]+=/)
})

test('answers bear the security headers, also those of the bridge', async () => {
  for (const path of ['/sign-in', '/api/trpc/nothing']) {
    const { headers } = await ask(path)
    expect(headers, path).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'x-frame-options': 'DENY',
    })
    expect(headers['x-powered-by'], path).toBeUndefined()
  }
})

test('no other host is answered, nor may a page of another name read anything', async () => {
  expect((await ask('/', { headers: { Host: 'other.localhost' } })).status).toBe(404)
  // Past Caddy, as though its route were wrong.
  const other = await ask('/', {
    headers: { Host: 'other.localhost' },
    socketPath: '/run/pilot/web/web.sock',
  })
  expect(other.status).toBe(421)
})

test('a body of more than 1 MB does not reach the agent', async () => {
  const answer = await callByPage('list', { search: 'x'.repeat(1_100_000) }, { token })
  expect(answer.status).toBe(413)
  expect(problemIn(answer)?.code).toBe('invalid-input')
})

test.describe('the bridge refuses', () => {
  const refusals = {
    'a call that signs in, whose answer no page may see': ['signIn', {}, 403],
    'a procedure that does not exist': ['eval', {}, 404],
    'a name from the prototype': ['constructor', {}, 404],
    'a path that leaves the folder': ['..%2f..%2froot', {}, 404],
    'what is not JSON': ['list', { headers: { 'Content-Type': 'text/plain' } }, 415],
    'a change by GET': ['createTenant', { method: 'GET' }, 405],
  } as const
  for (const [what, [procedure, asked, status]] of Object.entries(refusals))
    test(what, async () => {
      expect((await callByPage(procedure, {}, { token, ...asked })).status).toBe(status)
    })
})

test('nobody passes for another address: what a client sends as X-Forwarded-For is dropped', async () => {
  await callByPage(
    'signOut',
    {},
    { token: 'wrong', headers: { 'X-Forwarded-For': '203.0.113.7', 'X-Pilot-Address': '203.0.113.8' } },
  )
  await ask('/api/session', {
    headers: { Origin: origin, 'Content-Type': 'application/json', 'X-Forwarded-For': '203.0.113.7' },
    body: { name: 'nobody-here', password: 'a wrong password' },
  })
  const { stdout } = await mustPilot('audit', '--json')
  expect(stdout).not.toContain('203.0.113')
  expect(stdout).toContain('127.0.0.1')
})

test('a page hears at once what happens, and the agent is left in peace when the page goes', async () => {
  // Connections that earlier calls left open for the next one.
  await until('nobody is connected', bridgeConnections, (count) => count === 0)
  const stream = await host.spawn([
    'curl',
    '-sN',
    '--http1.1',
    '-H',
    'Host: pilot.localhost',
    '-H',
    'Sec-Fetch-Site: same-origin',
    '-H',
    `Cookie: pilot-session=${token}`,
    'http://127.0.0.1/api/trpc/watch?input=%7B%7D',
  ])
  const heard = collect(stream)
  await until(
    'the stream is open',
    async () => heard(),
    (text) => text.includes('counts'),
  )

  await mustPilot('create-tenant', '--name=streamed')
  await until(
    'the change is heard',
    async () => heard(),
    (text) => text.includes('streamed'),
    { timeout: 5000 },
  )

  expect(await bridgeConnections()).toBeGreaterThan(0)

  stream.kill()
  await until('the agent has lost the connection', bridgeConnections, (count) => count === 0)
})

test('while the agent cannot be reached, the bridge says so', async () => {
  await run('systemctl', 'stop', 'pilot-agent-bridge.socket', 'pilot-agent.service')
  const answer = await callByPage('list', {}, { token })
  await shell('systemctl start pilot-agent-bridge.socket')

  expect(answer.status).toBe(503)
  expect(problemIn(answer)?.code).toBe('service-down')
})

/** Connections of the web interface to the agent, which are all in the network namespace of the first (proc_net(5)). */
const bridgeConnections = async (): Promise<number> =>
  Number(
    await shell(`pid=$(systemctl show --value --property=MainPID pilot-web.service)
      [ "$pid" = 0 ] || nsenter --net --target "$pid" grep -c ' 03 .* /run/pilot/agent/bridge.sock' /proc/net/unix || true`),
  )

const collect = (program: ChildProcessWithoutNullStreams): (() => string) => {
  let text = ''
  program.stdout.on('data', (part: Buffer) => (text += part.toString()))
  return () => text
}

test('metrics are for whoever has an API token, of the least role too, and for no browser', async () => {
  const { body } = await callByPage('addToken', { title: 'scraper', role: 'viewer', days: 1 }, { token })
  const {
    result: { data },
  } = JSON.parse(body) as { result: { data: { token: string } } }
  const scrape = (headers: Record<string, string>) => ask('/api/metrics', { headers })

  const answer = await scrape({ Authorization: `Bearer ${data.token}` })
  expect(answer).toMatchObject({
    status: 200,
    headers: { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' },
  })
  expect(answer.body).toMatch(/^# TYPE pilot_wakes_total counter$/m)
  expect((await scrape({ Cookie: `pilot-session=${token}` })).status).toBe(401)
  expect((await scrape({ Authorization: 'Bearer pilot_t_wrong' })).status).toBe(401)
  expect((await scrape({ Authorization: `Bearer ${data.token}`, Origin: origin })).status).toBe(403)
})
