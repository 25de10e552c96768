import type { Page } from '@playwright/test'
import { processesOf, sql, tracesOf, uidOf, unitProperty, untilAsleep } from '../system/support/machine.ts'
import { mustPilot, purge, run, shell } from '../system/support/pilot.ts'
import { until } from '../system/support/until.ts'
import { signIn } from './support/operators.ts'
import { expect, test } from './support/test.ts'

const name = 'looked-at'
// It writes each request to its standard error.
const program = "--exec=/bin/sh -c 'exec python3 -u -m http.server $PORT'"

test.beforeEach(() => mustPilot('create-tenant', `--name=${name}`, program))
test.afterAll(() => purge(name))

const stateIn = (page: Page) => page.getByRole('heading', { level: 1 }).locator('[data-state]')
const open = async (page: Page, tab = ''): Promise<void> => {
  await page.goto(`/tenants/${name}${tab === '' ? '' : `?tab=${tab}`}`)
  await expect(page.getByRole('heading', { level: 1 })).toContainText(name)
}

test('wake and sleep from the page start and end its processes', async ({ page }) => {
  await signIn(page, 'operator')
  await mustPilot('sleep', name)
  await open(page)

  await page.getByRole('button', { name: 'Wake', exact: true }).click()
  await expect(stateIn(page)).toHaveAttribute('data-state', 'awake')
  await until(
    'it runs',
    () => processesOf(name),
    (pids) => pids.length > 0,
  )

  await page.getByRole('button', { name: 'Put to sleep', exact: true }).click()
  await expect(stateIn(page)).toHaveAttribute('data-state', 'asleep')
  await untilAsleep(name)
})

test('what the terminal does with it is on the page within 2 s, pilot and systemctl alike', async ({
  page,
}) => {
  await signIn(page, 'viewer')
  await open(page)

  await mustPilot('wake', name)
  await expect(stateIn(page)).toHaveAttribute('data-state', 'awake', { timeout: 2000 })
  await mustPilot('sleep', name)
  await expect(stateIn(page)).toHaveAttribute('data-state', 'asleep', { timeout: 2000 })
  // The program of a proxied tenant stops again by itself where no proxy needs it.
  await run('systemctl', 'start', `pilot-proxy@${name}.service`)
  await expect(stateIn(page)).toHaveAttribute('data-state', 'awake', { timeout: 2000 })
  await run('systemctl', 'stop', `pilot-proxy@${name}.service`)
  await expect(stateIn(page)).toHaveAttribute('data-state', 'asleep', { timeout: 2000 })
})

test('a line that its program writes appears, and the search narrows what is shown', async ({ page }) => {
  await signIn(page, 'viewer')
  await open(page, 'logs')
  const log = page.getByRole('log')
  await expect(page.locator('[data-stream=open]')).toBeVisible()

  await write('line-of-now')
  await expect(log).toContainText('line-of-now', { timeout: 5000 })

  await page.getByRole('searchbox').fill('needle')
  await expect(log).not.toContainText('line-of-now')
  await write('a-NEEDLE-here')
  await expect(log).toContainText('a-NEEDLE-here', { timeout: 5000 })
})

test('the journal goes on after the agent was killed, without a reload and without doubles', async ({
  page,
}) => {
  await signIn(page, 'viewer')
  await open(page, 'logs')
  await write('before-the-kill')
  const log = page.getByRole('log')
  await expect(log).toContainText('before-the-kill')

  await shell('systemctl kill --signal=KILL pilot-agent.service')
  await write('after-the-kill')

  await expect(log).toContainText('after-the-kill', { timeout: 20_000 })
  await expect(log.getByText('before-the-kill')).toHaveCount(1)
})

test('a limit set on the page is in force on the machine', async ({ page }) => {
  await signIn(page, 'operator')
  await open(page, 'settings')
  await page.getByLabel('Memory', { exact: true }).fill('96M')
  await page.getByLabel('Tasks', { exact: true }).fill('48')
  await expect(page.locator('[data-step=units][data-state=change]')).toBeVisible()

  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText(`${name} is changed`).first()).toBeVisible()

  expect(await unitProperty(`pilot@${name}.service`, 'MemoryMax')).toBe(String(96 * 1024 ** 2))
  expect(await unitProperty(`pilot@${name}.service`, 'TasksMax')).toBe('48')
})

test('a field that is not valid says how it should be, and cannot be saved', async ({ page }) => {
  await signIn(page, 'operator')
  await open(page, 'settings')
  await page.getByLabel('Idle time').fill('soon')

  await expect(page.getByText('"soon" is not a time span; write for example 10s, 1min or 1h')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Save', exact: true })).toBeDisabled()
})

test('a viewer sees no action that would be refused, and no value of the environment', async ({ page }) => {
  await mustPilot('set', name, '--env=KEY=a-secret-value')
  await signIn(page, 'viewer')
  await open(page, 'settings')

  await expect(page.getByText('***')).toBeVisible()
  expect(await page.content()).not.toContain('a-secret-value')
  for (const action of ['Wake', 'Put to sleep', 'More actions', 'Save'])
    await expect(page.getByRole('button', { name: action, exact: true })).toHaveCount(0)
})

test('database and sandbox are shown as they are on the machine', async ({ page }) => {
  await signIn(page, 'viewer')
  await open(page, 'database')
  await expect(page.getByText(`sudo -u ${name} psql ${name}`)).toBeVisible()
  await expect(page.getByText('nobody but those who are allowed to by name')).toBeVisible()

  await open(page, 'sandbox')
  await expect(page.getByText('/usr/lib/pilot/tenant.cell', { exact: true })).toBeVisible()
  await expect(page.getByText(`/etc/systemd/system/pilot@${name}.service.d/50-pilot.conf`)).toBeVisible()
})

test('deleted with its data, after its name was typed, it leaves no trace', async ({ page }) => {
  await signIn(page, 'operator')
  await open(page, 'delete')
  await page.getByLabel('Delete its data too').check()
  await page.getByRole('button', { name: 'Delete with data', exact: true }).click()
  const dialog = page.getByRole('alertdialog')
  await expect(dialog.getByRole('button', { name: 'Delete with data', exact: true })).toBeDisabled()
  await dialog.getByRole('textbox').fill(name)
  await dialog.getByRole('button', { name: 'Delete with data', exact: true }).click()

  await expect(page).toHaveURL(/\/tenants$/)
  await expect(page.getByText(`${name} is deleted with its data`).first()).toBeVisible()
  expect(await tracesOf(name)).toEqual([])
  expect(await uidOf(name)).toBeUndefined()
  expect(await sql(`select count(*) from pg_database where datname = '${name}'`)).toBe('0')
})

test('deleted on the terminal while somebody looks at it, the page says so', async ({ page }) => {
  await signIn(page, 'viewer')
  await open(page)

  await purge(name)

  await expect(page.getByText('There is no tenant')).toBeVisible({ timeout: 5000 })
})

test('a killed agent is told, and the page goes on by itself', async ({ page }) => {
  await signIn(page, 'operator')
  await open(page)
  await shell('systemctl stop pilot-agent-bridge.socket pilot-agent.service')
  try {
    await expect(page.getByRole('alert').or(page.getByRole('status')).first()).toBeVisible({
      timeout: 15_000,
    })
  } finally {
    await shell('systemctl start pilot-agent-bridge.socket')
  }
  await mustPilot('wake', name)
  await expect(stateIn(page)).toHaveAttribute('data-state', 'awake', { timeout: 20_000 })
})

/** A request whose path the program writes into its journal. */
const write = (word: string): Promise<string> =>
  run('curl', '-s', '-o', '/dev/null', '-H', `Host: ${name}.localhost`, `http://127.0.0.1/${word}`)
