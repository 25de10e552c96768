import type { AuditEntry } from '@pilot/contract'
import { processesOf } from '../system/support/machine.ts'
import { mustPilot, pilot, purge, run, shell } from '../system/support/pilot.ts'
import { ask, callByPage, origin, problemIn, type Answer } from './support/ask.ts'
import { everyLook } from './support/looks.ts'
import {
  enterByLink,
  invite,
  makeOperator,
  openSession,
  password,
  tokenOf,
  useSession,
} from './support/operators.ts'
import { expect, test } from './support/test.ts'

const inJson = { Origin: origin, 'Content-Type': 'application/json' }
const signInRaw = (name: string, typed: string): Promise<Answer> =>
  ask('/api/session', { headers: inJson, body: { name, password: typed } })

/** What the audit has of that operator, as `action result`, newest first. */
const auditOf = async (name: string): Promise<string[]> => {
  const { stdout } = await mustPilot('audit', '--json', '--actor', name)
  return (JSON.parse(stdout) as AuditEntry[]).map(({ action, result }) => `${action} ${result}`)
}

test('a one-time link sets the password, signs in, and leaves no token in any address or log', async ({
  page,
}) => {
  const { url } = await invite('ada', 'admin')

  await enterByLink(page, url)

  await expect(page.getByRole('navigation').first()).toBeVisible()
  expect(page.url()).not.toContain('#')
  const [cookie] = (await page.context().cookies()).filter(({ name }) => name === 'pilot-session')
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict', secure: false })
  expect(await shell('journalctl --boot --no-pager --output=cat')).not.toContain(tokenOf(url))
})

test('the same link a second time is refused, and in the audit', async () => {
  const { url } = await invite('twice', 'viewer')
  const accept = () => ask('/api/welcome', { headers: inJson, body: { token: tokenOf(url), password } })
  expect((await accept()).status).toBe(200)

  const second = await accept()

  expect(second.status).toBeGreaterThanOrEqual(400)
  expect(second.headers['set-cookie']).toBeUndefined()
  expect(problemIn(second)?.code).toBe('link-invalid')
  const { stdout } = await mustPilot('audit', '--json', '--action=acceptLink', '-n', '1')
  expect(JSON.parse(stdout)).toMatchObject([{ result: 'link-invalid', address: '127.0.0.1' }])
})

test('a wrong password ten times locks the door, for the right one too, across a restart of the agent', async () => {
  await makeOperator('locked', 'viewer')
  for (let attempt = 0; attempt < 10; attempt++)
    expect((await signInRaw('locked', `wrong password ${attempt}`)).status).toBeGreaterThanOrEqual(400)

  await run('systemctl', 'stop', 'pilot-agent.service')
  const right = await signInRaw('locked', password)

  expect(right.status).toBe(429)
  expect(right.headers['set-cookie']).toBeUndefined()
  const lines = await auditOf('locked')
  expect(lines.filter((line) => line === 'signIn sign-in-failed')).toHaveLength(5)
  // Only the first that the lock refuses: nobody shall fill the audit.
  expect(lines.filter((line) => line === 'signIn locked-out')).toHaveLength(1)
})

test('a viewer may look but not touch, also by a raw request, and the audit has it', async () => {
  const { token } = await makeOperator('looker', 'viewer')
  expect((await callByPage('list', {}, { token })).status).toBe(200)

  const touched = await callByPage('createTenant', { name: 'sneaked' }, { token })

  expect(problemIn(touched)?.code).toBe('not-permitted')
  expect((await pilot('show', 'sneaked')).exitCode).toBe(3)
  expect(await auditOf('looker')).toContain('createTenant not-permitted')
})

test('who was made a viewer while a page was open cannot go on acting from it, and the audit has it', async ({
  page,
}) => {
  await mustPilot('create-tenant', '--name=guarded')
  await mustPilot('wake', 'guarded')
  await useSession(page, await makeOperator('demoted', 'operator'))
  // The page shall not hear of it and take the button away before it is pressed.
  await page.route('**/api/trpc/watch*', (route) => route.abort())
  await page.goto('/tenants/guarded')
  const button = page.getByRole('button', { name: 'Put to sleep', exact: true })
  await expect(button).toBeEnabled()

  await mustPilot('operator', 'role', 'demoted', 'viewer')
  await button.click()

  await expect(page.getByText('it needs the role operator').first()).toBeVisible()
  expect(await processesOf('guarded')).not.toEqual([])
  expect(await auditOf('demoted')).toContain('sleep not-permitted')
  await purge('guarded')
})

test('a foreign origin is refused whatever cookie comes with it, and in the audit', async () => {
  const { token } = await makeOperator('tricked', 'admin')
  for (const foreign of [
    'http://evil.example',
    'http://demo.localhost',
    'null',
    'http://pilot.localhost:81',
  ]) {
    const answer = await callByPage('list', {}, { token, headers: { Origin: foreign } })
    expect(answer.status, foreign).toBe(403)
  }
  await expect.poll(() => auditOf('tricked')).toContain('list foreign-origin')
})

test('a session cookie is worth nothing after signing out', async () => {
  const { token } = await makeOperator('leaver', 'viewer')
  expect((await callByPage('me', {}, { token })).status).toBe(200)
  const left = await ask('/api/session', {
    method: 'DELETE',
    headers: { Origin: origin, Cookie: `pilot-session=${token}` },
  })
  expect(left.status).toBeLessThan(400)

  const replayed = await callByPage('wake', { name: 'demo' }, { token })

  expect(problemIn(replayed)).toMatchObject({ code: 'sign-in-required', reason: 'revoked' })
  expect(await auditOf('leaver')).toContain('wake sign-in-required')
})

test('a revoked session leads back to the sign-in page', async ({ page }) => {
  await makeOperator('revoked', 'viewer')
  await useSession(page, await openSession('revoked'))
  await page.goto('/')
  await expect(page.getByRole('navigation').first()).toBeVisible()

  await mustPilot('operator', 'reset', 'revoked')
  await page.goto('/')

  await expect(page).toHaveURL(/\/sign-in/)
})

test('a session ends when it is not used', async () => {
  const { token } = await makeOperator('idler', 'viewer')
  await shell('echo PILOT_SESSION_IDLE=1s >>/etc/pilot/pilot.conf; systemctl stop pilot-agent.service')
  try {
    await expect
      .poll(async () => (await callByPage('me', {}, { token })).status, { intervals: [1500] })
      .toBe(401)
    expect(problemIn(await callByPage('wake', { name: 'demo' }, { token }))).toMatchObject({
      code: 'sign-in-required',
      reason: 'expired',
    })
    expect(await auditOf('idler')).toContain('wake sign-in-required')
  } finally {
    await shell(`sed -i '/^PILOT_SESSION_IDLE=/d' /etc/pilot/pilot.conf; systemctl stop pilot-agent.service`)
  }
})

test('the sign-in page in every look', async ({ page }) => {
  await page.goto('/sign-in')
  await everyLook(page, 'sign-in', () => page.getByRole('button').first().waitFor())
})
