import type { Page } from '@playwright/test'
import { globSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { repository } from '../../host/directories.ts'
import { chartsDrawn } from './charts.ts'

export interface Visited {
  readonly name: string
  readonly path: string
  /** Waits until it shows what it is for. */
  readonly ready: (page: Page) => Promise<unknown>
}

/** Every page of an admin, on a host with a tenant of that name: as many as the web interface has folders for. */
export const pagesWith = (tenant: string): readonly Visited[] => {
  const known = knownPages(tenant)
  return folders.flatMap((folder) => known[folder] ?? inGeneral(folder))
}

const folders = globSync('**/page.tsx', { cwd: join(repository, 'apps/web/src/app/(console)') })
  .map(dirname)
  .toSorted()

/** The pages of which more is to be said than that they have a heading, by their folder. */
const knownPages = (tenant: string): Readonly<Record<string, readonly Visited[]>> => ({
  '.': [
    {
      name: 'overview',
      path: '/',
      ready: async (page) => {
        await page.locator('[data-service]').first().waitFor()
        await chartsDrawn(page)
      },
    },
  ],
  tenants: [
    {
      name: 'tenants',
      path: '/tenants',
      ready: (page) => page.getByText(tenant, { exact: true }).first().waitFor(),
    },
  ],
  'tenants/new': [
    { name: 'provision', path: '/tenants/new', ready: heading },
    { name: 'provision-list', path: '/tenants/new?how=list', ready: heading },
  ],
  'tenants/[name]': ['overview', 'logs', 'settings', 'database', 'sandbox', 'history', 'delete'].map(
    (tab) => ({
      name: `tenant-${tab}`,
      path: `/tenants/${tenant}?tab=${tab}`,
      ready: tab === 'overview' ? chartsDrawn : heading,
    }),
  ),
  compare: [
    {
      name: 'compare',
      path: '/compare',
      ready: (page) => page.getByRole('button', { name: /Start comparison|Vergleich beginnen/ }).waitFor(),
    },
  ],
  // There is none until one was carried out: compare.test.ts looks at it.
  'compare/[id]': [],
  audit: [
    { name: 'audit', path: '/audit', ready: (page) => page.locator('[data-sequence]').first().waitFor() },
    { name: 'audit-entry', path: '/audit?entry=1', ready: (page) => page.locator('aside figure').waitFor() },
  ],
  host: [{ name: 'host', path: '/host', ready: (page) => page.locator('[data-finding]').first().waitFor() }],
  operators: [
    {
      name: 'operators',
      path: '/operators',
      ready: (page) => page.locator('[data-operator]').first().waitFor(),
    },
  ],
})

const inGeneral = (folder: string): readonly Visited[] => {
  if (folder.includes('[')) throw new Error(`which ${folder} is to be visited is not said`)
  return [{ name: folder.replaceAll('/', '-'), path: `/${folder}`, ready: heading }]
}

const heading = (page: Page): Promise<unknown> => page.getByRole('heading', { level: 1 }).waitFor()
