import type { Page } from '@playwright/test'
import { chartsDrawn } from './charts.ts'

export interface Visited {
  readonly name: string
  readonly path: string
  /** Waits until it shows what it is for. */
  readonly ready: (page: Page) => Promise<unknown>
}

/** Every page of an admin, on a host with a tenant of that name. */
export const pagesWith = (tenant: string): readonly Visited[] => [
  {
    name: 'overview',
    path: '/',
    ready: async (page) => {
      await page.locator('[data-service]').first().waitFor()
      await chartsDrawn(page)
    },
  },
  {
    name: 'tenants',
    path: '/tenants',
    ready: (page) => page.getByText(tenant, { exact: true }).first().waitFor(),
  },
  { name: 'provision', path: '/tenants/new', ready: heading },
  { name: 'provision-list', path: '/tenants/new?how=list', ready: heading },
  ...['overview', 'logs', 'settings', 'database', 'sandbox', 'history', 'delete'].map((tab) => ({
    name: `tenant-${tab}`,
    path: `/tenants/${tenant}?tab=${tab}`,
    ready: tab === 'overview' ? chartsDrawn : heading,
  })),
  {
    name: 'compare',
    path: '/compare',
    ready: (page) => page.getByRole('button', { name: /Start comparison|Vergleich beginnen/ }).waitFor(),
  },
  { name: 'audit', path: '/audit', ready: (page) => page.locator('[data-sequence]').first().waitFor() },
  { name: 'audit-entry', path: '/audit?entry=1', ready: (page) => page.locator('aside figure').waitFor() },
  { name: 'host', path: '/host', ready: (page) => page.locator('[data-finding]').first().waitFor() },
  {
    name: 'operators',
    path: '/operators',
    ready: (page) => page.locator('[data-operator]').first().waitFor(),
  },
  { name: 'account', path: '/account', ready: heading },
]

const heading = (page: Page): Promise<unknown> => page.getByRole('heading', { level: 1 }).waitFor()
