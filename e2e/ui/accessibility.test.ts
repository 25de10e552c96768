import type { Locator, Page } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { mustPilot, purge } from '../system/support/pilot.ts'
import { expectAccessible } from './support/accessible.ts'
import { signIn } from './support/operators.ts'
import { pagesWith } from './support/pages.ts'
import { expect, test } from './support/test.ts'

const tenant = 'keyboard'
const program = (name: string): string => readFileSync(join(import.meta.dirname, 'programs', name), 'utf8')
const markReachable = program('mark-reachable.js')
const focused = program('focused.js')

test.setTimeout(120_000)
test.beforeAll(async () => {
  await mustPilot('create-tenant', '--name', tenant)
})
test.afterAll(() => purge(tenant))

// Both themes and both languages are looked at by axe in looks.test.ts, page by page.
for (const { name, path, ready } of pagesWith(tenant))
  test(`the keyboard reaches everything on ${name}, and shows where it is`, async ({ page }) => {
    await signIn(page, 'admin')
    await page.goto(path)
    await ready(page)
    const wanted = await page.evaluate<string[]>(markReachable)

    const { reached, unseen } = await walk(page, wanted.length + 20)

    expect(wanted.filter((name) => !reached.has(name))).toEqual([])
    expect(unseen, 'focus that cannot be seen').toEqual([])
  })

test('the palette goes to a page by keyboard alone, and leaves with Escape', async ({ page }) => {
  await signIn(page, 'admin')
  await page.goto('/')
  await page.keyboard.press('Control+K')
  await expect(page.getByRole('dialog')).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()

  await page.keyboard.press('Control+K')
  await page.keyboard.type('audit')
  await page.keyboard.press('Enter')

  await expect(page).toHaveURL(/\/audit$/)
})

test('a dialog keeps the focus while it is open, and gives it back', async ({ page }) => {
  await signIn(page, 'admin')
  await page.goto('/operators')
  const opener = page.getByRole('button', { name: 'Add operator', exact: true })
  await opener.focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog')
  await expect(dialog).toBeVisible()
  await expectAccessible(page)
  for (let press = 0; press < 12; press++) {
    await page.keyboard.press('Tab')
    expect(await holdsFocus(dialog)).toBe(true)
  }

  await page.keyboard.press('Escape')

  await expect(opener).toBeFocused()
})

const holdsFocus = async (dialog: Locator): Promise<boolean> => (await dialog.locator(':focus').count()) === 1

interface Focused {
  readonly mark: string | null
  readonly seen: boolean
}

/** Presses Tab so many times; tells what had the focus, and what had it without showing. */
const walk = async (page: Page, presses: number): Promise<{ reached: Set<string>; unseen: string[] }> => {
  const reached = new Set<string>()
  const unseen: string[] = []
  for (let press = 0; press < presses; press++) {
    await page.keyboard.press('Tab')
    const { mark, seen } = await page.evaluate<Focused>(focused)
    if (mark === null) continue
    reached.add(mark)
    if (!seen) unseen.push(mark)
  }
  return { reached, unseen }
}
