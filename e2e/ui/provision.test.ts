import { allParts } from '@pilot/contract'
import type { Page } from '@playwright/test'
import { processesOf, sql, tracesOf } from '../system/support/machine.ts'
import { mustPilot, pilot, purge, run } from '../system/support/pilot.ts'
import { signIn } from './support/operators.ts'
import { expect, test } from './support/test.ts'

const name = 'shop'
const listed = ['listed-one', 'listed-two', 'listed-three']

test.afterEach(async () => {
  await run('systemctl', 'start', 'postgresql.service')
  for (const tenant of [name, ...listed]) await purge(tenant)
})

const open = async (page: Page, how = ''): Promise<void> => {
  await signIn(page, 'operator')
  await page.goto(`/tenants/new${how}`)
}
const nameField = (page: Page) => page.getByLabel('Name', { exact: true })
const stepIn = (page: Page, step: string) => page.locator(`[data-step=${step}]`)

test('the plan shows the real texts and changes nothing, then one click makes it and its site answers', async ({
  page,
}) => {
  await open(page)
  await nameField(page).fill(name)
  await expect(stepIn(page, 'units')).toHaveAttribute('data-state', 'create')
  await expect(page.getByLabel('Domain', { exact: true })).toHaveValue(`${name}.localhost`)
  await expect(stepIn(page, 'units')).toContainText('ExecStart=')
  await stepIn(page, 'database').locator('summary').click()
  await expect(stepIn(page, 'database')).toContainText('CREATE ROLE')
  expect(await tracesOf(name)).toEqual([])

  await nameField(page).press('Control+Enter')

  await expect(page.locator('[data-run]')).toHaveAttribute('data-run', 'done')
  for (const step of allParts) await expect(stepIn(page, step)).toHaveAttribute('data-state', 'done')
  expect(await run('getent', 'passwd', name)).toContain(`Pilot tenant ${name}`)
  expect(await run('systemctl', 'is-active', `pilot@${name}.socket`)).toBe('active')
  expect(await sql(`select count(*) from pg_database where datname = '${name}'`)).toBe('1')
  expect(await processesOf(name)).toEqual([])
  expect(await run('curl', '-sf', '-H', `Host: ${name}.localhost`, 'http://127.0.0.1/')).toContain(
    'Connected',
  )
  // The page saw the visitor.
  await expect(page.locator('[data-run] [data-state=awake]').first()).toBeVisible()
})

test('a name and a domain that another tenant has are told while they are typed, and not made', async ({
  page,
}) => {
  await mustPilot('create-tenant', '--name', listed[0] ?? '')
  await open(page)

  await nameField(page).fill(listed[0] ?? '')
  await expect(page.getByText('A tenant of this name exists.')).toBeVisible()
  await nameField(page).fill(name)
  await page.getByLabel('Domain', { exact: true }).fill(`${listed[0]}.localhost`)
  await expect(page.getByText(`It belongs to the tenant ${listed[0]}.`)).toBeVisible()
  await page.getByRole('button', { name: 'Create tenant', exact: true }).click()

  await expect(page.locator('[data-plan]')).toBeVisible()
  expect((await pilot('show', name)).exitCode).toBe(3)
})

test('an account that Pilot did not make stands in the way, and is told at the name', async ({ page }) => {
  await open(page)
  await nameField(page).fill('caddy')
  await expect(nameField(page)).toHaveAttribute('aria-invalid', 'true')
})

test('a step that fails tells why, and trying again heals', async ({ page }) => {
  await open(page)
  await nameField(page).fill(name)
  await expect(stepIn(page, 'database')).toHaveAttribute('data-state', 'create')
  await run('systemctl', 'stop', 'postgresql.service', 'postgresql@*.service')
  await page.getByRole('button', { name: 'Create tenant', exact: true }).click()

  await expect(page.locator('[data-run]')).toHaveAttribute('data-run', 'failed')
  await expect(stepIn(page, 'account')).toHaveAttribute('data-state', 'done')
  await expect(stepIn(page, 'database').getByRole('alert')).toContainText('systemctl start postgresql')

  await run('systemctl', 'start', 'postgresql.service')
  await page.getByRole('button', { name: 'Try again', exact: true }).click()

  await expect(page.locator('[data-run]')).toHaveAttribute('data-run', 'done')
  expect(await sql(`select count(*) from pg_database where datname = '${name}'`)).toBe('1')
})

test('a pasted list is checked line by line, and made as a whole', async ({ page }) => {
  await open(page, '?how=list')
  const text = page.getByLabel('List or CSV')
  await text.fill(`${listed.join('\n')}\n${listed[0]}`)
  await expect(page.locator('[data-faulty=true]')).toHaveCount(1)
  await expect(page.getByRole('button', { name: 'Create tenants', exact: true })).toBeDisabled()

  await text.fill(listed.join('\n'))
  await page.getByRole('button', { name: 'Create 3 tenants', exact: true }).click()

  await expect(page.locator('[data-run]')).toHaveAttribute('data-run', 'done')
  for (const tenant of listed)
    expect(await run('systemctl', 'is-active', `pilot@${tenant}.socket`)).toBe('active')
})
