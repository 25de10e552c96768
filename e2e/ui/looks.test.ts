import { mustPilot, purge, run } from '../system/support/pilot.ts'
import { everyLook } from './support/looks.ts'
import { signIn } from './support/operators.ts'
import { pagesWith } from './support/pages.ts'
import { expect, test } from './support/test.ts'

const tenant = 'looks'

// Each is photographed eight times and looked at by axe twice.
test.setTimeout(120_000)

// A machine with tenants in several states.
test.beforeAll(async () => {
  await mustPilot('create-tenant', '--name', tenant, '--env=SITE=looks')
  await mustPilot('create-fake-users', '--count=12', '--prefix=class-')
  await mustPilot('create-tenant', '--name=crasher', '--exec=/bin/false')
  await mustPilot('suspend', 'class-3')
  await run('curl', '-sf', '-H', `Host: ${tenant}.localhost`, 'http://127.0.0.1/')
  await run('curl', '-s', '-o', '/dev/null', '-H', 'Host: crasher.localhost', 'http://127.0.0.1/')
})

test.afterAll(async () => {
  const { stdout } = await mustPilot('list', '--json')
  const { tenants } = JSON.parse(stdout) as { tenants: { name: string }[] }
  await Promise.all(tenants.map(({ name }) => purge(name)))
})

for (const { name, path, ready } of pagesWith(tenant))
  test(`${name} in every look`, async ({ page }) => {
    await signIn(page, 'admin')
    await page.goto(path)
    await everyLook(page, name, () => ready(page))
  })

test('operators, seen by somebody who may not manage them', async ({ page }) => {
  await signIn(page, 'viewer')
  await page.goto('/operators')
  await everyLook(page, 'operators-viewer', () => page.locator('[data-page=not-admin]').waitFor())
})

test('a search that finds nothing', async ({ page }) => {
  await signIn(page, 'viewer')
  await page.goto('/audit?tenant=nobody-has-this-name')
  await everyLook(page, 'audit-empty', () =>
    page
      .getByRole('main')
      .getByText(/Nothing fits|Nichts passt/)
      .waitFor(),
  )
})

test('a page whose agent is away says so, and comes back by itself', async ({ page }) => {
  await signIn(page, 'admin')
  const sockets = ['pilot-agent-bridge.socket', 'pilot-agent.socket', 'pilot-agent-status.socket']
  await run('systemctl', 'stop', ...sockets, 'pilot-agent.service')
  try {
    await page.goto('/host')
    await everyLook(page, 'agent-away', () => page.locator('[data-problem=service-down]').waitFor())
  } finally {
    await run('systemctl', 'start', ...sockets)
  }
  await expect(page.locator('[data-finding]').first()).toBeVisible({ timeout: 20_000 })
})

test('a page that waits shows where its content will be', async ({ page }) => {
  await signIn(page, 'viewer')
  await page.goto('/audit')
  let release = (): void => undefined
  const released = new Promise<void>((resolve) => (release = resolve))
  await page.route('**/api/trpc/audit*', async (route) => {
    await released
    await route.continue()
  })
  await page.locator('[data-sequence]').first().getByRole('link').first().click()
  await expect(page.locator('aside .animate-appear').first()).toBeVisible()
  release()
  await expect(page.locator('aside figure')).toBeVisible()
})
