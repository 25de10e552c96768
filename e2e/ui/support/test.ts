import { expect, test as base } from '@playwright/test'

/**
 * Playwright's `test`, which also fails where a page threw an error that nobody caught, or tried what its
 * Content-Security-Policy forbids.
 */
export const test = base.extend<{ wellBehaved: undefined }>({
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

export { expect }
