import type { Locator, Page } from '@playwright/test'
import { readFile } from 'node:fs/promises'
import { expect } from './test.ts'

/** A chart by the beginning of the name of its downloads. */
export const chart = (page: Page, file: string): Locator => page.locator(`[data-chart^="${file}"]`)

/** Waits until each chart of the page has drawn its numbers, or says why it has none. */
export const chartsDrawn = async (page: Page): Promise<void> => {
  await page.locator('[data-chart]').first().waitFor()
  await expect(page.locator('[data-chart]:not(:has(svg[data-plot], [data-empty]))')).toHaveCount(0)
}

const downloads = { PNG: 'Picture (PNG)', CSV: 'Numbers (CSV)' } as const

/** What a chart downloads. */
export const download = async (page: Page, file: string, kind: 'PNG' | 'CSV'): Promise<Buffer> => {
  await chart(page, file)
    .getByRole('button', { name: /^Download/ })
    .click()
  return caught(page, page.getByRole('menuitem', { name: downloads[kind], exact: true }))
}

/** The file that a click gives. */
export const caught = async (page: Page, button: Locator): Promise<Buffer> => {
  const began = page.waitForEvent('download')
  await button.click()
  return readFile(await (await began).path())
}

/** The lines of a CSV without quoted cells, each by its header. */
export const readCsv = (text: string): Record<string, string>[] => {
  const [header = '', ...lines] = text.trimEnd().split('\r\n')
  const keys = header.split(',')
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, at) => [keys[at] ?? '', cell])))
}
