import { expect, test as base, type Page } from '@playwright/test'

/**
 * Playwright's `test`, which also fails where a page threw an error that nobody caught, or tried what its
 * Content-Security-Policy forbids. A page is open once all of it is in its place.
 */
export const test = base.extend<{ wellBehaved: undefined }>({
  page: async ({ page }, use) => {
    const [goto, reload] = [page.goto.bind(page), page.reload.bind(page)]
    page.goto = async (...where) => {
      const response = await goto(...where)
      await settled(page)
      return response
    }
    page.reload = async (...how) => {
      const response = await reload(...how)
      await settled(page)
      return response
    }
    await use(page)
  },
  wellBehaved: [
    async ({ page }, use) => {
      const faults: string[] = []
      page.on('pageerror', (error) => faults.push(String(error)))
      page.on('console', (message) => {
        if (/Content.Security.Policy|hydrat/i.test(message.text())) faults.push(message.text())
      })
      await use(undefined)
      expect(faults, 'errors of the page').toEqual([])
    },
    { auto: true },
  ],
})

/** What React has streamed but not yet put in its place is there a second time, hidden, for a moment. */
const settled = (page: Page): Promise<void> => expect(page.locator('div[hidden][id^="S:"]')).toHaveCount(0)

export { expect }
