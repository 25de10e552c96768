import type { Page } from '@playwright/test'
import { untilAsleep } from '../system/support/machine.ts'
import { mustPilot, pilot, purge, run } from '../system/support/pilot.ts'
import { signIn } from './support/operators.ts'
import { expect, test } from './support/test.ts'

const names = ['row-1', 'row-2', 'row-3']

test.beforeEach(async () => {
  for (const name of names) await mustPilot('create-tenant', '--name', name)
})
test.afterAll(async () => {
  for (const name of names) await purge(name)
})

/** The state of a row; its menu has one of its own, open or closed. */
const stateIn = (page: Page, name: string) => row(page, name).locator('[data-state]:not(button)')
const row = (page: Page, name: string) => page.locator(`[data-tenant="${name}"]`)

test('search and state stand in the address, and a reload shows the same', async ({ page }) => {
  await signIn(page, 'viewer')
  await page.goto('/tenants')
  await page.getByRole('searchbox').fill('row-')
  await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', '4')
  await expect(page).toHaveURL(/q=row-/)

  await page.reload()

  await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', '4')
  // Nothing is offered that the agent would refuse a viewer.
  await expect(page.getByRole('checkbox')).toHaveCount(0)
  await expect(page.getByRole('link', { name: 'New tenant', exact: true })).toHaveCount(0)
})

test('a change on the terminal shows in its row within 2 s, without a reload', async ({ page }) => {
  await signIn(page, 'viewer')
  await mustPilot('sleep', 'row-1')
  await page.goto('/tenants?q=row-')
  await expect(stateIn(page, 'row-1')).toHaveAttribute('data-state', 'asleep')

  await mustPilot('wake', 'row-1')

  await expect(stateIn(page, 'row-1')).toHaveAttribute('data-state', 'awake', {
    timeout: 2000,
  })
})

test('all that match are chosen and woken, and those that cannot are told with the reason', async ({
  page,
}) => {
  await signIn(page, 'operator')
  await mustPilot('suspend', 'row-2')
  await page.goto('/tenants?q=row-')
  await page.getByRole('grid').getByRole('checkbox').first().click()
  await expect(page.getByText('3 selected')).toBeVisible()

  await page.getByRole('button', { name: 'Wake', exact: true }).click()

  await expect(page.getByText('2 awake, 1 failed', { exact: true })).toBeVisible()
  await expect(page.getByRole('list', { name: 'Tenants that failed' })).toContainText('row-2')
  expect(await run('systemctl', 'is-active', 'pilot@row-1.service', 'pilot@row-3.service')).toBe(
    'active\nactive',
  )
  await mustPilot('resume', 'row-2')
  await mustPilot('sleep', 'row-1')
  await untilAsleep('row-1')
})

test('deleting is confirmed by the name, and keeps the data unless it is said', async ({ page }) => {
  await signIn(page, 'operator')
  await page.goto('/tenants?q=row-3')
  await row(page, 'row-3').getByRole('button', { name: 'Actions for row-3', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Delete', exact: true }).click()
  const confirm = page.getByRole('button', { name: 'Delete, keep the data', exact: true })
  await expect(confirm).toBeDisabled()

  await page.getByRole('alertdialog').getByRole('textbox').fill('row-3')
  await confirm.click()

  await expect(row(page, 'row-3')).toHaveCount(0)
  expect((await pilot('list', '--json')).stdout).not.toContain('"row-3"')
  await page.goto('/tenants?state=deleted')
  await expect(row(page, 'row-3')).toBeVisible()
})

test('keys alone find, move, choose and open', async ({ page }) => {
  await signIn(page, 'operator')
  await page.goto('/tenants')
  await page.getByRole('grid').waitFor()
  await page.keyboard.press('/')
  await page.keyboard.type('row-')
  await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', '4')
  await row(page, 'row-1').focus()
  await page.keyboard.press('j')
  await expect(row(page, 'row-2')).toBeFocused()
  await page.keyboard.press('x')
  await expect(row(page, 'row-2')).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/tenants\/row-2$/)
})
