import type { HostSamples, TenantSamples, WakeTimes } from '@pilot/contract'
import { mustPilot, purge } from '../system/support/pilot.ts'
import { until } from '../system/support/until.ts'
import { callByPage } from './support/ask.ts'
import { chart, chartsDrawn, download, readCsv } from './support/charts.ts'
import { signIn } from './support/operators.ts'
import { expect, test } from './support/test.ts'

const name = 'sampled'

test.setTimeout(180_000)
test.beforeAll(async () => {
  await mustPilot('create-tenant', '--name', name)
})
test.afterAll(() => purge(name))

test('a wake is in the samples, and its chart holds the numbers that the agent tells', async ({ page }) => {
  const { token } = await signIn(page, 'viewer')
  await mustPilot('sleep', name)
  await mustPilot('wake', name)
  await until(
    'a sample that saw it awake',
    () => read<TenantSamples>('tenantSamples', { name, hours: 1 }, token),
    ({ points }) => points.some(({ pss }) => pss !== null),
    { timeout: 60_000 },
  )
  // The journal, which tells of wakes, is read once a minute.
  const { wakes } = await until(
    'its wake is recorded',
    () => read<WakeTimes>('wakeTimes', { name, hours: 1 }, token),
    (told) => told.wakes > 0,
    { timeout: 90_000 },
  )

  await page.goto(`/tenants/${name}?range=1h`)
  await chartsDrawn(page)
  const told = await read<TenantSamples>('tenantSamples', { name, hours: 1 }, token)

  const rows = readCsv((await download(page, `pilot-${name}`, 'CSV')).toString())
  const shown = new Map(rows.map((row) => [row['at'], row]))
  // The newest of them may still change while it is looked at.
  for (const { at, pss, wakes } of told.points.slice(0, -2)) {
    expect(shown.get(at)?.['pss_bytes'], at).toBe(pss === null ? '' : String(pss))
    expect(shown.get(at)?.['wakes'], at).toBe(String(wakes))
  }
  await expect(chart(page, `pilot-wake-times-${name}`)).toContainText(`${wakes} wake`)
})

test('the range stands in the address, and a reload shows the same', async ({ page }) => {
  await signIn(page, 'viewer')
  for (const path of ['/', `/tenants/${name}`]) {
    await page.goto(path)
    await page.getByRole('radio', { name: '7 d', exact: true }).check()
    await expect(page).toHaveURL(/range=7d/)
    await page.reload()
    await expect(page.getByRole('radio', { name: '7 d', exact: true })).toBeChecked()
    await chartsDrawn(page)
  }
})

test('the memory of the machine is told point by point, with how many were awake', async ({ page }) => {
  const { token } = await signIn(page, 'viewer')
  await until(
    'a sample of the machine',
    () => read<HostSamples>('hostSamples', { hours: 1 }, token),
    ({ points }) => points.length > 0,
    { timeout: 90_000 },
  )
  await page.goto('/?range=1h')
  await chartsDrawn(page)
  const memory = chart(page, 'pilot-memory')
  await memory.getByRole('slider').focus()
  await page.keyboard.press('End')

  await expect(memory.getByRole('slider')).toHaveAttribute('aria-valuetext', /tenants .*iB.* of \d+ awake$/)
  await expect(memory.locator('[data-readout]')).toContainText('awake')
})

const read = async <Value>(procedure: string, input: unknown, token: string): Promise<Value> => {
  const { body } = await callByPage(procedure, input, { token })
  return (JSON.parse(body) as { result: { data: Value } }).result.data
}
