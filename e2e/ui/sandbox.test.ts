import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { host, mustPilot, purge, run, shell } from '../system/support/pilot.ts'
import { ask } from './support/ask.ts'
import { expect, test } from './support/test.ts'

/** The probe of programs/probe.mjs, run by a unit that differs from pilot-web.service only in its program. */
const probe = async (): Promise<Record<string, string>> => {
  const program = await readFile(join(import.meta.dirname, 'programs/probe.mjs'))
  await host.run(['tee', '/usr/lib/pilot/web/probe.mjs'], { input: program })
  await shell(`
    sed -e 's|^ExecStart=.*|ExecStart=/usr/lib/pilot/bin/node /usr/lib/pilot/web/probe.mjs '"$(systemctl show --value --property=MainPID pilot-agent.service)"'|' \\
      -e 's|^StandardOutput=.*|StandardOutput=truncate:/run/probe.json|' -e 's|^Type=.*|Type=oneshot|' -e '/^Restart/d' \\
      /usr/lib/systemd/system/pilot-web.service >/run/systemd/system/probe.service
    systemctl daemon-reload
    systemctl start probe.service`)
  return JSON.parse(await run('cat', '/run/probe.json')) as Record<string, string>
}

test.beforeAll(() => mustPilot('create-tenant', '--name=probed'))
test.afterAll(async () => {
  await shell('rm -f /run/systemd/system/probe.service /usr/lib/pilot/web/probe.mjs; systemctl daemon-reload')
  await purge('probed')
})

test('a taken-over web interface opens one socket of Pilot, and nothing else of the machine', async () => {
  // The agent is awake, or there would be none to see or signal.
  await mustPilot('list')
  const tried = await probe()
  const done = Object.keys(tried).filter((what) => tried[what] === 'yes')

  expect(done).toEqual(['connect to /run/pilot/agent/bridge.sock'])
  expect(Object.keys(tried)).toHaveLength(30)
})

test('what the sandbox forbids is there for another account of the machine', async () => {
  const answer = await host.exec(
    [
      'curl',
      '-s',
      '-o',
      '/dev/null',
      '-w',
      '%{http_code}',
      '--unix-socket',
      '/run/pilot/status/status.sock',
      'http://x/',
    ],
    { user: 'nobody' },
  )
  expect(answer.stdout).not.toBe('000')
})

test('a tenant cannot come to the web interface past Caddy', async () => {
  const outcome = await host.exec(
    ['curl', '-s', '--unix-socket', '/run/pilot/web/web.sock', '-H', 'Host: pilot.localhost', 'http://x/'],
    { user: 'probed' },
  )
  expect(outcome.exitCode).toBe(7)
})

test('systemd rates the sandbox below 0.5', async () => {
  const rated = await run('systemd-analyze', 'security', '--no-pager', 'pilot-web.service')
  const [, score] = /exposure level for pilot-web.service: ([\d.]+)/.exec(rated) ?? []
  test.info().annotations.push({ type: 'figure', description: `systemd-analyze security: ${score}` })
  expect(Number(score)).toBeLessThan(0.5)
})

test('Caddy says whom to ask where the web interface cannot be reached', async () => {
  await run('systemctl', 'stop', 'pilot-web.socket', 'pilot-web.service')
  const answer = await ask('/')
  await run('systemctl', 'start', 'pilot-web.socket')

  expect(answer.status).toBe(503)
  expect(answer.body).toContain('systemctl status pilot-web.socket pilot-web.service')
})
