import type { ChildProcess } from 'node:child_process'
import { host, mustPilot, purge, shell } from '../system/support/pilot.ts'
import { until } from '../system/support/until.ts'
import { callByPage } from './support/ask.ts'
import { makeOperator, signIn } from './support/operators.ts'
import { expect, test } from './support/test.ts'

// So many calls the agent takes at once here; by default it is 64.
const calls = 6

test.beforeAll(async () => {
  await mustPilot('create-tenant', '--name=crowded')
  await shell(`echo PILOT_BRIDGE_CALLS=${calls} >>/etc/pilot/pilot.conf; systemctl stop pilot-agent.service`)
})

test.afterAll(async () => {
  await shell("sed -i '/^PILOT_BRIDGE_CALLS=/d' /etc/pilot/pilot.conf; systemctl stop pilot-agent.service")
  await purge('crowded')
})

test('while the agent takes no more calls, a page says so; afterwards it shows its content by itself', async ({
  page,
}) => {
  await signIn(page, 'viewer')
  const { token } = await makeOperator('crowd', 'viewer')
  const crowd = await takeAllSeats(token)

  await page.goto('/tenants')
  await expect(page.getByText('The Pilot agent has more calls than it takes at once.')).toBeVisible()

  for (const call of crowd) call.kill()
  await expect(page.getByText('crowded', { exact: true })).toBeVisible()
})

test('root on the machine is not kept out by the web interface', async () => {
  const { token } = await makeOperator('crowd', 'viewer')
  const crowd = await takeAllSeats(token)
  await mustPilot('list')
  for (const call of crowd) call.kill()
  await until(
    'the agent takes calls again',
    () => callByPage('list', {}, { token }),
    ({ status }) => status === 200,
  )
})

/** Calls that hold all seats until they are killed. One that came while another call had the last is made again. */
const takeAllSeats = async (token: string): Promise<readonly ChildProcess[]> => {
  const crowd: ChildProcess[] = []
  await until(
    'the agent refuses',
    async () => {
      while (crowd.filter(isRunning).length < calls) crowd.push(await occupy(token))
      return callByPage('list', {}, { token })
    },
    ({ status }) => status === 503,
  )
  return crowd
}

const isRunning = ({ exitCode, signalCode }: ChildProcess): boolean =>
  exitCode === null && signalCode === null

/** A call whose body begins and never ends. */
const occupy = async (token: string): Promise<ChildProcess> => {
  const call = await host.spawn([
    // "-T ." and not "-T -": it leaves as soon as it is refused, though there is more to send.
    'curl',
    '-sN',
    '--unix-socket',
    '/run/pilot/agent/bridge.sock',
    '-X',
    'POST',
    '-T',
    '.',
    '-H',
    `Authorization: Bearer ${token}`,
    '-H',
    'Content-Type: application/json',
    '-H',
    'Expect:',
    'http://pilot/list',
  ])
  call.stdin.write('{')
  return call
}
