import type { AuditEntry } from '@pilot/contract'
import { readFile } from 'node:fs/promises'
import { mustPilot, pilot, purge } from '../system/support/pilot.ts'
import { signIn } from './support/operators.ts'
import { expect, test } from './support/test.ts'

test.beforeAll(async () => {
  await mustPilot('create-tenant', '--name', 'told', '--env', 'TOKEN=hidden-from-all')
  await pilot('wake', 'nobody-of-this-name')
})
test.afterAll(() => purge('told'))

test('what was done on the terminal stands in the audit, found by a filter that is in the address', async ({
  page,
}) => {
  await signIn(page, 'viewer')
  await page.goto('/audit')
  await page.getByRole('searchbox', { name: 'Tenant' }).fill('told')
  await expect(page).toHaveURL(/tenant=told/)
  await page.reload()

  const rows = page.locator('[data-sequence]')
  await expect(rows).not.toHaveCount(0)
  await expect(page.locator('[data-action=createTenant]')).toContainText('Create tenant')
  await expect(page.locator('[data-chain]')).toHaveAttribute('data-chain', 'whole')
})

test('an entry has an address, shows its hash, and hides the values of the environment', async ({ page }) => {
  const { stdout } = await mustPilot('audit', '--json')
  const entry = (JSON.parse(stdout) as AuditEntry[]).find(
    ({ action, tenant }) => action === 'createTenant' && tenant === 'told',
  )
  await signIn(page, 'viewer')

  await page.goto(`/audit?entry=${entry?.sequence}`)

  const details = page.getByRole('complementary')
  await expect(details).toContainText(String(entry?.hash))
  await expect(details).toContainText('"TOKEN": "***"')
  await expect(page.locator('body')).not.toContainText('hidden-from-all')
})

test('the export holds what the filter matches, and nothing else', async ({ page }) => {
  await signIn(page, 'viewer')
  await page.goto('/audit?tenant=told')
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: /JSON/ }).click(),
  ])
  const entries = JSON.parse(await readFile(await download.path(), 'utf8')) as AuditEntry[]
  expect(entries.length).toBeGreaterThan(0)
  expect(new Set(entries.map(({ tenant }) => tenant))).toEqual(new Set(['told']))
})

test('what happens on the terminal appears without a reload', async ({ page }) => {
  await signIn(page, 'viewer')
  await page.goto('/audit?tenant=told&action=suspend')
  await expect(page.getByText('Nothing fits these filters.')).toBeVisible()
  await mustPilot('suspend', 'told')
  await expect(page.locator('[data-action=suspend]')).toBeVisible()
})
