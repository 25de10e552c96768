import type { Page } from '@playwright/test'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { repository } from '../host/directories.ts'
import { mustPilot } from '../system/support/pilot.ts'
import { signIn } from './support/operators.ts'
import { expect, test } from './support/test.ts'

const count = 2000

test.setTimeout(30 * 60_000)

test(`${count} tenants: first content, search and scroll, with their figures`, async ({ page }) => {
  await mustPilot('create-fake-users', `--count=${count}`, '--prefix=many')
  await signIn(page, 'operator')
  // The web interface itself is awake from here on.
  await page.goto('/tenants')
  const rows = page.locator('[data-tenant]')

  const firstContent = await timed(async () => {
    await page.goto('/tenants?q=many', { waitUntil: 'commit' })
    await rows.first().waitFor()
  })
  await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', String(count + 1))
  // Only what is seen exists.
  expect(await rows.count()).toBeLessThan(80)

  const jump = await timed(async () => {
    await page.evaluate('scrollTo(0, document.body.scrollHeight)')
    await page.locator(`[data-tenant="many${count}"]`).waitFor()
  })
  const scroll = await scrollFrames(page)
  const search = await timed(async () => {
    await page.getByRole('searchbox').fill('many1999')
    await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', '2')
  })

  const figures = { count, firstContent, jump, search, ...scroll }
  await mkdir(join(repository, 'artifacts'), { recursive: true })
  await writeFile(join(repository, 'artifacts/tenants-many.json'), `${JSON.stringify(figures, null, 2)}\n`)
  console.log(figures)
  // Far above what is usual, so that only a list that no longer is virtual fails on a busy machine.
  expect(firstContent).toBeLessThan(5000)
  expect(search).toBeLessThan(5000)
})

/** Milliseconds, whole. */
const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const began = performance.now()
  await work()
  return Math.round(performance.now() - began)
}

/** Milliseconds between frames while 200 of them scroll by three rows each. */
const scrollFrames = (page: Page) =>
  page.evaluate<{ frameP50: number; frameP95: number }>(`new Promise((resolve) => {
    const gaps = []
    let last = performance.now()
    scrollTo(0, 0)
    const step = (now) => {
      gaps.push(now - last)
      last = now
      scrollBy(0, 120)
      if (gaps.length < 200) requestAnimationFrame(step)
      else {
        gaps.sort((a, b) => a - b)
        resolve({ frameP50: Math.round(gaps[100]), frameP95: Math.round(gaps[190]) })
      }
    }
    requestAnimationFrame(step)
  })`)
