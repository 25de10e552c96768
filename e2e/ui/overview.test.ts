import { mustPilot, purge, run, shell } from '../system/support/pilot.ts'
import { signIn } from './support/operators.ts'
import { expect, test } from './support/test.ts'

test.afterAll(() => purge('counted'))

test('a tenant made and woken on the terminal is in the sentence and the counts within 2 s', async ({
  page,
}) => {
  await signIn(page, 'viewer')
  await page.goto('/')
  const awake = page.locator('[data-count=awake]')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()

  await mustPilot('create-tenant', '--name=counted')
  await mustPilot('sleep', 'counted')
  await expect(page.getByTestId('summary')).toContainText('0 processes', { timeout: 5000 })
  const before = Number(/\d+/.exec((await awake.textContent()) ?? '')?.[0])
  await mustPilot('wake', 'counted')

  await expect(awake).toContainText(String(before + 1), { timeout: 2000 })
  await expect(page.getByRole('link', { name: 'counted', exact: true }).first()).toBeVisible()
})

test('a tenant that lost its socket is named with what to do, and mended from there', async ({ page }) => {
  await mustPilot('create-tenant', '--name=counted')
  await signIn(page, 'operator')
  await page.goto('/')
  await run('systemctl', 'stop', 'pilot@counted.socket', 'pilot@counted.service')
  const alarm = page.locator('[data-alarm=counted]')
  await expect(alarm).toContainText('degraded', { timeout: 5000 })

  await alarm.getByRole('button', { name: 'Try again', exact: true }).click()

  await expect(alarm).toHaveCount(0)
  expect(await run('systemctl', 'is-active', 'pilot@counted.socket')).toBe('active')
})

test('a stopped PostgreSQL is named, and its return is seen without a reload', async ({ page }) => {
  await signIn(page, 'viewer')
  await page.goto('/')
  const postgresql = page.locator('[data-service=postgresql]')
  await expect(postgresql).toHaveAttribute('data-ok', 'true')

  await run('systemctl', 'stop', 'postgresql')
  try {
    await expect(postgresql).toHaveAttribute('data-ok', 'false', { timeout: 20_000 })
    await expect(postgresql).toContainText('systemctl')
  } finally {
    await shell('systemctl start postgresql')
  }
  await expect(postgresql).toHaveAttribute('data-ok', 'true', { timeout: 20_000 })
})
