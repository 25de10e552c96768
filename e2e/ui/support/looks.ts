import type { Page } from '@playwright/test'
import { join } from 'node:path'
import { repository } from '../../host/directories.ts'
import { expectAccessible } from './accessible.ts'
import { origin } from './ask.ts'
import { expect } from './test.ts'

const sizes = { wide: { width: 1280, height: 800 }, phone: { width: 390, height: 844 } } as const

/**
 * Photographs the page that is open in every language, theme and width into artifacts/screenshots, as
 * `<name>-<language>-<theme>-<width>.png`, has axe look at two that differ in all three, and demands that none scrolls
 * sideways. The page is loaded again for each language; `ready` waits until it shows what it is to show.
 */
export const everyLook = async (page: Page, name: string, ready: () => Promise<unknown>): Promise<void> => {
  for (const language of ['en', 'de']) {
    await page.context().addCookies([{ name: 'pilot-locale', value: language, url: origin }])
    await page.reload()
    await ready()
    for (const theme of ['light', 'dark']) {
      await page.evaluate(`document.documentElement.dataset.theme = '${theme}'`)
      for (const [width, size] of Object.entries(sizes)) {
        await page.setViewportSize(size)
        await settle(page)
        const picture = `${name}-${language}-${theme}-${width}`
        expect.soft(await pixelsBeyond(page), `${picture}: pixels that stand out at the right`).toBe(0)
        await page.screenshot({
          path: join(repository, `artifacts/screenshots/${picture}.png`),
          fullPage: true,
          animations: 'disabled',
        })
        // Every language, theme and width once.
        if (picture.endsWith('en-dark-wide') || picture.endsWith('de-light-phone'))
          await expectAccessible(page)
      }
    }
    await page.setViewportSize(sizes.wide)
  }
}

/** Colours fade into another theme; axe would see one in between. */
const settle = (page: Page): Promise<void> =>
  expect
    .poll(() =>
      page.evaluate<number>(`document.getAnimations().filter(({ effect, playState }) =>
        playState === 'running' && effect.getComputedTiming().endTime !== Infinity).length`),
    )
    .toBe(0)

const pixelsBeyond = (page: Page): Promise<number> =>
  page.evaluate<number>(
    'Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth)',
  )
