import { processesOf, sql, tracesOf, unitProperty, untilAsleep } from '../system/support/machine.ts'
import { purge, run } from '../system/support/pilot.ts'
import { until } from '../system/support/until.ts'
import { enterByLink, invite } from './support/operators.ts'
import { expect, test } from './support/test.ts'

test.setTimeout(120_000)
test.afterAll(() => purge('shop'))

test('from the one-time link to a tenant that came, slept, woke, was limited, and is gone', async ({
  page,
}) => {
  const { url } = await invite('owner', 'admin')
  await enterByLink(page, url)

  await page.getByRole('navigation').getByRole('link', { name: 'Tenants', exact: true }).click()
  await page.getByRole('link', { name: 'New tenant', exact: true }).first().click()
  await page.getByLabel('Name', { exact: true }).fill('shop')
  await expect(page.locator('[data-step=units][data-state=create]')).toBeVisible()
  await page.getByRole('button', { name: 'Create tenant', exact: true }).click()
  await expect(page.locator('[data-run]')).toHaveAttribute('data-run', 'done')
  expect(await run('getent', 'passwd', 'shop')).toContain('Pilot tenant shop')
  expect(await sql("select count(*) from pg_database where datname = 'shop'")).toBe('1')
  expect(await unitProperty('pilot@shop.socket', 'ActiveState')).toBe('active')
  expect(await processesOf('shop')).toEqual([])

  await page.goto('/tenants/shop')
  const heading = page.getByRole('heading', { level: 1 })
  await expect(heading.locator('[data-state]')).toHaveAttribute('data-state', 'asleep')
  const opened = page.context().waitForEvent('page')
  await page.getByRole('link', { name: 'Open', exact: true }).first().click()
  await expect((await opened).locator('body')).toContainText('Connected')
  await (await opened).close()
  await expect(heading.locator('[data-state]')).toHaveAttribute('data-state', 'awake')
  expect((await processesOf('shop')).length).toBeGreaterThan(0)

  await page.getByRole('link', { name: 'Logs', exact: true }).click()
  await expect(page.locator('[data-stream=open]')).toBeVisible()
  await page.getByRole('button', { name: 'Put to sleep', exact: true }).click()
  await expect(page.getByRole('log')).toContainText('user-rest-api stopped')
  await untilAsleep('shop')
  await page.getByRole('button', { name: 'Wake', exact: true }).click()
  await expect(page.getByRole('log').getByText('user-rest-api started')).toHaveCount(2)
  await until(
    'it runs',
    () => processesOf('shop'),
    (pids) => pids.length > 0,
  )

  await page.getByRole('link', { name: 'Settings', exact: true }).click()
  await page.getByLabel('Memory', { exact: true }).fill('128M')
  await expect(page.locator('[data-step=units][data-state=change]')).toBeVisible()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('shop is changed').first()).toBeVisible()
  expect(await unitProperty('pilot@shop.service', 'MemoryMax')).toBe(String(128 * 1024 ** 2))

  await page.goto('/tenants/shop?tab=delete')
  await page.getByRole('radio', { name: /Delete its data too/ }).check()
  await page.getByRole('button', { name: 'Delete with data', exact: true }).click()
  const dialog = page.getByRole('alertdialog')
  await dialog.getByRole('textbox').fill('shop')
  await dialog.getByRole('button', { name: 'Delete with data', exact: true }).click()
  await expect(page).toHaveURL(/\/tenants$/)
  expect(await tracesOf('shop')).toEqual([])
})
