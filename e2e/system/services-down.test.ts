import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { host, mustPilot, pilot, purge, run, shell } from './support/pilot.ts'
import { askSample } from './support/web.ts'

const services = [
  { name: 'PostgreSQL', down: 'systemctl stop postgresql', up: 'systemctl start postgresql' },
  { name: 'Caddy', down: 'systemctl stop caddy', up: 'systemctl start caddy' },
]

afterEach(async () => {
  for (const { up } of services) await shell(up)
})
afterAll(async () => {
  for (const name of ['stranded-postgresql', 'stranded-caddy', 'bussed']) await purge(name)
})

describe.each(services)('with $name down', ({ name, down, up }) => {
  const tenant = `stranded-${name.toLowerCase()}`

  it('create-tenant exits with 6 and its name, shows the tenant as degraded, and the same command heals it', async () => {
    await shell(down)

    const stranded = await pilot('create-tenant', `--name=${tenant}`)

    expect(stranded.exitCode).toBe(6)
    expect(stranded.stderr).toContain(name)
    expect(JSON.parse((await mustPilot('show', tenant, '--json')).stdout)).toMatchObject({
      state: 'degraded',
    })
    await shell(up)
    await mustPilot('create-tenant', `--name=${tenant}`)
    expect(await askSample(`${tenant}.localhost`)).toMatchObject({
      linux_user: tenant,
      db_status: 'Connected',
    })
  })

  it('check finds the fault and says what to do', async () => {
    await shell(down)

    const checked = await pilot('check')

    expect(checked.exitCode).toBe(8)
    expect(checked.stdout).toMatch(new RegExp(`systemctl start ${name.toLowerCase()}`))
  })
})

describe('with D-Bus restarted in the middle', () => {
  it('create-tenant exits with 0 or with 6 and the name of D-Bus, and the same command heals it', async () => {
    const creating = pilot('create-tenant', '--name=bussed')
    await host.exec(['systemctl', 'restart', 'dbus.service'])
    const outcome = await creating

    expect([0, 6]).toContain(outcome.exitCode)
    if (outcome.exitCode === 6) expect(outcome.stderr).toContain('D-Bus')
    await mustPilot('create-tenant', '--name=bussed')
    expect(await askSample('bussed.localhost')).toMatchObject({
      linux_user: 'bussed',
      db_status: 'Connected',
    })
  })

  it('a stopped D-Bus gives exit code 6 with its name, and the same command heals afterwards', async () => {
    await purge('bussed')
    await shell('systemctl stop dbus.socket dbus.service')
    const outcome = await pilot('create-tenant', '--name=bussed')
    await shell('systemctl start dbus.socket dbus.service')

    expect(outcome.exitCode).toBe(6)
    expect(outcome.stderr).toContain('D-Bus')
    await mustPilot('create-tenant', '--name=bussed')
    expect(await askSample('bussed.localhost')).toMatchObject({
      linux_user: 'bussed',
      db_status: 'Connected',
    })
  })
})

describe('without the agent', () => {
  it('pilot exits with 6 and says which unit to start', async () => {
    await run('systemctl', 'stop', 'pilot-agent.socket', 'pilot-agent.service')
    const outcome = await pilot('list')
    await run('systemctl', 'start', 'pilot-agent.socket')

    expect(outcome.exitCode).toBe(6)
    expect(outcome.stderr).toContain('systemctl start pilot-agent.socket')
  })
})
