import type { Finding } from '@pilot/contract'
import { pilot, run } from '../system/support/pilot.ts'
import { signIn } from './support/operators.ts'
import { expect, test } from './support/test.ts'

test('the findings are those of pilot check, each with its level', async ({ page }) => {
  const { stdout } = await pilot('check', '--json')
  const { findings } = JSON.parse(stdout) as { findings: Finding[] }
  await signIn(page, 'viewer')
  await page.goto('/host')
  for (const { id, level } of findings)
    await expect(page.locator(`[data-finding="${id}"]`), id).toHaveAttribute('data-level', level)
})

test('a stopped PostgreSQL is a fault with the command that mends it, until it runs again', async ({
  page,
}) => {
  await signIn(page, 'viewer')
  await page.goto('/host')
  await run('systemctl', 'stop', 'postgresql')
  try {
    await page.getByRole('button', { name: 'Check again', exact: true }).click()
    const fault = page.locator('[data-finding="postgresql.answers"]')
    await expect(fault).toHaveAttribute('data-level', 'fault')
    await expect(fault).toContainText('systemctl start postgresql')
  } finally {
    await run('systemctl', 'start', 'postgresql')
  }
  await page.getByRole('button', { name: 'Check again', exact: true }).click()
  await expect(page.locator('[data-finding="postgresql.answers"]')).toHaveCount(0)
  await expect(page.locator('[data-unit="caddy.service"]')).toHaveAttribute('data-active', 'active')
})

test('findings are told in German where the reader speaks it', async ({ page }) => {
  await signIn(page, 'viewer')
  await page.context().addCookies([{ name: 'pilot-locale', value: 'de', url: 'http://pilot.localhost' }])
  await page.goto('/host')
  await expect(page.locator('[data-finding="audit.chain"]')).toContainText('Das Protokoll ist lückenlos')
})
