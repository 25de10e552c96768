import type { Comparison, ComparisonDocument, ComparisonSummary } from '@pilot/contract'
import { mustPilot, purge, shell } from '../system/support/pilot.ts'
import { callByPage } from './support/ask.ts'
import { caught, chart, chartsDrawn, download, readCsv } from './support/charts.ts'
import { everyLook } from './support/looks.ts'
import { signIn } from './support/operators.ts'
import { expect, test } from './support/test.ts'

// One that is carried out to its end takes most of it: making, measuring, starting and removing, three times.
test.setTimeout(300_000)
test.describe.configure({ mode: 'serial' })

const tenant = 'compared'

test.beforeAll(async () => {
  await mustPilot('create-tenant', '--name', tenant)
})
test.afterAll(async () => {
  await mustPilot('compare', '--clean')
  for (const { id } of await comparisons()) await mustPilot('compare', `--remove=${id}`)
  await purge(tenant)
})

test('before a comparison the overview shows an empty outline, and the way to measure', async ({ page }) => {
  await signIn(page, 'operator')
  await page.goto('/')
  await expect(page.locator('[data-as-containers]')).toHaveAttribute('data-as-containers', 'not-measured')

  await page
    .locator('[data-as-containers]')
    .getByRole('link', { name: 'Measure on this machine', exact: true })
    .click()

  await expect(page).toHaveURL(/\/compare$/)
  await expect(page.getByRole('button', { name: 'Start comparison', exact: true })).toBeVisible()
  await expect(page.getByText('There was none on this machine yet.')).toBeVisible()
})

test('who may only look is not offered to start one', async ({ page }) => {
  await signIn(page, 'viewer')
  await page.goto('/compare')
  await expect(page.getByRole('heading', { level: 1, name: 'Compare' })).toBeVisible()
  await expect(page.getByRole('button')).not.toContainText(['Start comparison'])
})

test('begun in the browser it is watched, left, met again, and leaves the machine as it was', async ({
  page,
}) => {
  const before = await machine()
  await signIn(page, 'operator')
  await page.goto('/compare')
  await page.getByLabel('How many of each').fill('0')
  await expect(page.getByRole('button', { name: 'Start comparison', exact: true })).toBeDisabled()
  await page.getByLabel('How many of each').fill('2')
  for (const name of ['Tenant of user scope, asleep', 'Tenant, awake', 'Docker container'])
    await page.getByLabel(name).uncheck()
  await page.getByRole('button', { name: 'Start comparison', exact: true }).click()

  await expect(page).toHaveURL(/\/compare\/.+/)
  const address = page.url()
  await expect(page.locator('[data-variant=tenant]')).toHaveAttribute('data-state', 'running')
  await expect(page.locator('[data-variant=podman]')).toHaveAttribute('data-state', 'waiting')
  await page.goto('/')
  await page.getByRole('navigation').getByRole('link', { name: 'Compare', exact: true }).click()
  const podman = page.locator('[data-variant=podman]')
  await expect(podman).toHaveAttribute('data-state', 'running', { timeout: 120_000 })
  await expect(podman.getByRole('progressbar')).toBeVisible()
  // What was measured while the page was away is there too.
  await expect(page.locator('[data-variant=tenant]')).toHaveAttribute('data-state', 'measured')

  await page.goto(address)
  await expect(page.locator('[data-comparison-state]')).toHaveAttribute('data-comparison-state', 'done', {
    timeout: 180_000,
  })

  await chartsDrawn(page)
  expect(await machine()).toBe(before)
})

test('its charts say the numbers that the agent tells, by keyboard, as table, as picture and as CSV', async ({
  page,
}) => {
  const { token } = await signIn(page, 'viewer')
  const comparison = await read<Comparison>('comparison', { id: await newest() }, token)
  await page.goto(`/compare/${comparison.id}`)
  await chartsDrawn(page)
  const perTenant = new Map(comparison.results.map(({ variant, memory }) => [variant, memory?.perTenant]))

  const idle = chart(page, 'pilot-idle')
  await idle.getByRole('slider').focus()
  await page.keyboard.press('ArrowDown')
  await expect(idle.getByRole('slider')).toHaveAttribute('aria-valuetext', /^Tenant, asleep: /)
  await expect(idle.locator('[data-readout]')).toContainText('Tenant, asleep: ')
  await page.keyboard.press('End')
  await expect(idle.getByRole('slider')).toHaveAttribute('aria-valuetext', /^Plain process: [\d.]+\s?[KM]iB/)
  await idle.getByText('As a table').click()
  await expect(idle.getByRole('row')).toHaveCount(comparison.results.length + 1)
  await expect(idle.getByText(`${comparison.machine?.hostname}`)).toBeVisible()

  const rows = readCsv((await download(page, 'pilot-idle', 'CSV')).toString())
  expect(rows.map(({ variant }) => variant)).toEqual(comparison.results.map(({ variant }) => variant))
  for (const { variant, per_tenant_bytes } of rows)
    expect(Number(per_tenant_bytes)).toBe(perTenant.get(variant as 'tenant'))
  expect(perTenant.get('podman')).toBeGreaterThan(100 * (perTenant.get('tenant') ?? 0))

  const times = readCsv((await download(page, 'pilot-first-byte', 'CSV')).toString())
  for (const { variant, first_byte_median_milliseconds, n } of times) {
    const series = comparison.results.find((result) => result.variant === variant)?.firstByte
    expect(Number(first_byte_median_milliseconds)).toBe(series?.median)
    expect(Number(n)).toBe(series?.values.length)
  }

  const growth = readCsv((await download(page, 'pilot-growth', 'CSV')).toString())
  expect(Object.keys(growth[0] ?? {})).toEqual(['tenants', 'tenant_bytes', 'podman_bytes', 'process_bytes'])

  for (const file of ['pilot-idle', 'pilot-parts', 'pilot-growth', 'pilot-first-byte', 'pilot-create']) {
    const picture = await download(page, file, 'PNG')
    expect(picture.subarray(1, 4).toString()).toBe('PNG')
    // A blank one of this size has less.
    expect(picture.length, file).toBeGreaterThan(10_000)
  }
})

test('all of it is to be had as JSON and as CSV, value by value', async ({ page }) => {
  const { token } = await signIn(page, 'viewer')
  const comparison = await read<Comparison>('comparison', { id: await newest() }, token)
  await page.goto(`/compare/${comparison.id}`)

  const json = await caught(page, page.getByRole('button', { name: 'JSON', exact: true }))
  expect(factsOf(JSON.parse(json.toString()) as ComparisonDocument)).toEqual({
    ...comparison,
    message: null,
  })

  const csv = readCsv((await caught(page, page.getByRole('button', { name: 'CSV', exact: true }))).toString())
  for (const { variant, memory, firstByte } of comparison.results) {
    const of = (measure: string) =>
      csv.filter((row) => row['variant'] === variant && row['measure'] === measure)
    expect(of('pss').map(({ value }) => Number(value))).toEqual(memory?.parts.map(({ pss }) => pss))
    expect(of('firstByte').map(({ value }) => Number(value))).toEqual(firstByte?.values)
    expect(Number(of('perTenant')[0]?.['value'])).toBe(memory?.perTenant)
  }
})

/** The document for programs, with its facts where its English stands. */
const factsOf = ({ methodFacts, results, ...rest }: ComparisonDocument) => ({
  ...rest,
  method: methodFacts,
  results: results.map(({ reasonFact, ...result }) => ({ ...result, reason: reasonFact })),
})

test('it is photographed in every look, with all of its charts', async ({ page }) => {
  await signIn(page, 'operator')
  await page.goto(`/compare/${await newest()}`)
  await everyLook(page, 'comparison', () => chartsDrawn(page))
})

test('the overview sets the present tenants against as many containers, and leads to where that is from', async ({
  page,
}) => {
  const { token } = await signIn(page, 'viewer')
  const [last] = await read<ComparisonSummary[]>('comparisons', {}, token)
  const { tenants } = JSON.parse((await mustPilot('list', '--json')).stdout) as {
    tenants: { state: string }[]
  }
  const present = tenants.filter(({ state }) => state !== 'deleted').length
  await page.goto('/')

  const bar = page.locator('[data-as-containers]')
  await expect(bar).toHaveAttribute(
    'data-as-containers',
    String(Math.round(present * (last?.perTenant.podman ?? 0))),
  )
  await chartsDrawn(page)
  await everyLook(page, 'overview-compared', () => chartsDrawn(page))
  await page.goto('/')
  await bar.getByRole('link').click()

  await expect(page).toHaveURL(new RegExp(`/compare/${last?.id}$`))
})

test('cancelled in the browser it is removed from the machine before the page says so', async ({ page }) => {
  const before = await machine()
  await signIn(page, 'operator')
  await page.goto('/compare')
  await page.getByLabel('How many of each').fill('3')
  await page.getByRole('button', { name: 'Start comparison', exact: true }).click()
  await expect(page.locator('[data-variant=tenant]')).toHaveAttribute('data-state', 'running')
  await page.getByRole('button', { name: 'Cancel comparison', exact: true }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Cancel comparison', exact: true }).click()

  await expect(page.locator('[data-comparison-state]')).toHaveAttribute(
    'data-comparison-state',
    'cancelled',
    {
      timeout: 120_000,
    },
  )
  expect(await machine()).toBe(before)
})

test('one that was removed is gone from the history, and its address says so', async ({ page }) => {
  await signIn(page, 'operator')
  const id = await newest()
  await page.goto('/compare')
  const row = page.locator(`[data-comparison="${id}"]`)
  await row.getByRole('button', { name: /^Remove/ }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Remove', exact: true }).click()

  await expect(row).toHaveCount(0)
  await page.goto(`/compare/${id}`)
  await expect(page.getByRole('heading', { name: 'There is no such comparison' })).toBeVisible()
})

/** What a comparison makes or could forget, asked of the machine itself. */
const machine = (): Promise<string> =>
  shell(`
    getent passwd; getent group
    cd /; runuser -u postgres -- psql -XAtqc 'select rolname from pg_roles order by 1; select datname from pg_database order by 1'
    systemctl list-units --all --plain --no-legend --state=active,activating,failed 'pilot@*' 'user@*' 'libpod*' | awk '{ print $1 }' | sort
    pgrep -ax 'conmon|podman|dockerd' || true
    find /var/lib/containers /run/libpod /run/netns -name '*pilot*' 2>/dev/null || true
    ls /sys/class/net; nft list tables
    find /run/pilot/tenants /run/pilot/by-domain /var/lib/systemd/linger | sort`)

const comparisons = async (): Promise<ComparisonSummary[]> =>
  JSON.parse((await mustPilot('compare', '--list', '--json')).stdout) as ComparisonSummary[]

const newest = async (): Promise<string> => {
  const [first] = await comparisons()
  if (first === undefined) throw new Error('there is no comparison')
  return first.id
}

const read = async <Value>(procedure: string, input: unknown, token: string): Promise<Value> => {
  const { body } = await callByPage(procedure, input, { token })
  return (JSON.parse(body) as { result: { data: Value } }).result.data
}
