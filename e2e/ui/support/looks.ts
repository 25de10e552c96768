import type { Page } from '@playwright/test'
import { join } from 'node:path'
import { repository } from '../../host/directories.ts'
import { expectAccessible } from './accessible.ts'
import { origin } from './ask.ts'

const sizes = { wide: { width: 1280, height: 800 }, phone: { width: 390, height: 844 } } as const

/**
 * Photographs the page that is open in every language, theme and width into artifacts/screenshots, as
 * `<name>-<language>-<theme>-<width>.png`, and has axe look at each but for the widths of one theme. The page is
 * loaded again for each; `ready` waits until it shows what it is to show.
 */
export const everyLook = async (page: Page, name: string, ready: () => Promise<unknown>): Promise<void> => {
  for (const language of ['en', 'de'])
    for (const theme of ['light', 'dark']) {
      await page.context().addCookies([
        { name: 'pilot-locale', value: language, url: origin },
        { name: 'pilot-theme', value: theme, url: origin },
      ])
      for (const [width, size] of Object.entries(sizes)) {
        await page.setViewportSize(size)
        await page.reload()
        await ready()
        await page.screenshot({
          path: join(repository, `artifacts/screenshots/${name}-${language}-${theme}-${width}.png`),
          fullPage: true,
          animations: 'disabled',
        })
        await expectAccessible(page)
      }
    }
  await page.setViewportSize(sizes.wide)
}
