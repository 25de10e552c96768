import type { Operator } from '@pilot/contract'
import { mustPilot } from '../system/support/pilot.ts'
import { makeOperator, signIn, useSession } from './support/operators.ts'
import { expect, test } from './support/test.ts'

const operators = async (): Promise<readonly Operator[]> =>
  JSON.parse((await mustPilot('operator', 'list', '--json')).stdout) as Operator[]

test('an admin adds an operator, gets the link once, and changes and takes the role away', async ({
  page,
}) => {
  await signIn(page, 'admin')
  await page.goto('/operators')

  await page.getByRole('button', { name: 'Add operator', exact: true }).click()
  await page.getByLabel('Name', { exact: true }).fill('grace')
  await page.getByRole('button', { name: 'Make the link', exact: true }).click()
  await expect(page.getByRole('dialog')).toContainText('/welcome#')
  await page.getByRole('dialog').getByRole('button', { name: 'Close', exact: true }).last().click()
  expect(await operators()).toContainEqual(
    expect.objectContaining({ name: 'grace', role: 'viewer', state: 'invited' }),
  )

  await page.getByRole('button', { name: 'What can be done with grace', exact: true }).click()
  await page.getByRole('menuitemradio', { name: 'Operator', exact: true }).click()
  await page.getByRole('button', { name: 'Change role', exact: true }).click()
  await expect(page.locator('[data-operator=grace][data-role=operator]').first()).toBeVisible()
  expect(await operators()).toContainEqual(expect.objectContaining({ name: 'grace', role: 'operator' }))

  await page.getByRole('button', { name: 'What can be done with grace', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Remove', exact: true }).click()
  const remove = page.getByRole('button', { name: 'Remove grace', exact: true })
  await expect(remove).toBeDisabled()
  await page.getByRole('alertdialog').getByRole('textbox').fill('grace')
  await remove.click()
  await expect(page.locator('[data-operator=grace]')).toHaveCount(0)
  expect((await operators()).map(({ name }) => name)).not.toContain('grace')
})

test('an admin ends the session of another, whose next click leads to the door', async ({
  page,
  browser,
}) => {
  const other = await browser.newContext({ baseURL: 'http://pilot.localhost' })
  const theirs = await other.newPage()
  await useSession(theirs, await makeOperator('henry', 'viewer'))
  await theirs.goto('/host')
  await expect(theirs.locator('[data-finding]').first()).toBeVisible()

  await signIn(page, 'admin')
  await page.goto('/operators')
  await page
    .locator('[data-session][data-operator=henry]')
    .first()
    .getByRole('button', { name: /End the session of henry/ })
    .click()
  await expect(page.getByText('The session of henry has ended.').first()).toBeVisible()

  await theirs.goto('/audit')
  await expect(theirs).toHaveURL(/sign-in/)
  await other.close()
})

test('a viewer is told who manages operators, and is shown none', async ({ page }) => {
  await signIn(page, 'viewer')
  await page.goto('/operators')
  await expect(page.getByText('Operators are managed by admins.')).toBeVisible()
  await expect(page.locator('[data-operator]')).toHaveCount(0)
})
