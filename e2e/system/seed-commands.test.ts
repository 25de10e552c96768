import { afterAll, describe, expect, it } from 'vitest'
import { processesOf, sql, uidOf, unitProperty, untilAsleep } from './support/machine.ts'
import { host, mustPilot, purge, run } from './support/pilot.ts'
import { askSample } from './support/web.ts'

const spellings: [string, (flag: string, value: string) => string[]][] = [
  ['--flag=value', (flag, value) => [`${flag}=${value}`]],
  ['--flag value', (flag, value) => [flag, value]],
]

afterAll(async () => {
  for (const name of ['seed0', 'seed1', 'step0', 'step1']) await purge(name)
})

describe.each(spellings)('spelled %s', (spelling, flag) => {
  const turn = spellings.findIndex(([name]) => name === spelling)

  it('create-tenant makes a tenant that answers', async () => {
    const name = `seed${turn}`
    await mustPilot(
      'create-tenant',
      ...flag('--name', name),
      ...flag('--domain', `${name}.example.com`),
      ...flag('--idle', '5min'),
    )

    expect(await askSample(`${name}.example.com`)).toMatchObject({ linux_user: name, db_status: 'Connected' })
  })

  it('create-user, setup-database, setup-systemd and setup-proxy make their part only, and a tenant together', async () => {
    const name = `step${turn}`

    await mustPilot('create-user', ...flag('--name', name))
    expect(await uidOf(name)).toBeGreaterThan(0)
    expect(await sql(`select count(*) from pg_roles where rolname = '${name}'`)).toBe('0')

    await mustPilot('setup-database', ...flag('--name', name))
    expect(await sql(`select pg_get_userbyid(datdba) from pg_database where datname = '${name}'`)).toBe(name)
    expect(await unitProperty(`pilot@${name}.socket`, 'ActiveState')).toBe('inactive')

    await mustPilot('setup-systemd', ...flag('--name', name), ...flag('--idle', '10s'))
    expect(await unitProperty(`pilot@${name}.socket`, 'ActiveState')).toBe('active')

    await mustPilot('setup-proxy', ...flag('--name', name), ...flag('--domain', `${name}.example.com`))
    expect(await askSample(`${name}.example.com`)).toMatchObject({ linux_user: name, db_status: 'Connected' })
  })
})

describe('check', () => {
  it('without arguments passes every prerequisite on this host', async () => {
    const checked = await mustPilot('check')

    for (const word of ['systemd', 'PostgreSQL', 'Caddy', 'useradd', 'loginctl'])
      expect(checked.stdout).toContain(word)
  })

  it('works without root, for any units, and names their accounts', async () => {
    const asNobody = (...units: string[]) =>
      host.exec(['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups', 'pilot', 'check', ...units])

    expect((await asNobody()).exitCode).toBe(0)
    const units = await asNobody('caddy.service', 'postgresql.service')
    expect(units.stdout).toMatch(/caddy\.service.*caddy/)
    expect(units.exitCode).toBe(0)
    const missing = await asNobody('caddy.service', 'user@1000.service')
    expect(missing.stdout).toContain('user@1000.service')
    expect(missing.exitCode).toBe(8)
  })

  it('names the account of a running user manager', async () => {
    await run('useradd', '--create-home', '--uid', '1000', 'someone')
    await run('loginctl', 'enable-linger', 'someone')
    await run('systemctl', 'start', 'user@1000.service')

    const checked = await mustPilot('check', 'user@1000.service')

    expect(checked.stdout).toMatch(/user@1000\.service.*someone/)
    await run('loginctl', 'disable-linger', 'someone')
  })
})

describe('changing commands without root', () => {
  it.each([
    'create-tenant',
    'create-user',
    'setup-database',
    'setup-systemd',
    'setup-proxy',
    'delete-tenant',
  ])('%s says that it needs root, exits with 4 and changes nothing', async (command) => {
    const refused = await host.exec([
      'setpriv',
      '--reuid=65534',
      '--regid=65534',
      '--clear-groups',
      'pilot',
      command,
      '--name=nobodys',
    ])

    expect(refused).toMatchObject({ exitCode: 4 })
    expect(refused.stderr).toMatch(/root/)
    expect(await uidOf('nobodys')).toBeUndefined()
  })
})

describe('create-fake-users', () => {
  const names = Array.from({ length: 50 }, (_, i) => `user${i + 1}`)
  afterAll(async () => {
    for (const name of names) await purge(name)
  })

  it('makes 50 tenants that all answer, and then all sleep', async () => {
    const started = Date.now()
    await mustPilot('create-fake-users', '--count=50', '--idle=10s')
    const made = Date.now()
    for (const name of names)
      expect(await askSample(`${name}.localhost`)).toMatchObject({ linux_user: name, db_status: 'Connected' })
    const answered = Date.now()
    for (const name of names) await untilAsleep(name)

    console.log(`50 tenants: made in ${made - started} ms, 50 first answers in ${answered - made} ms`)
    expect(await Promise.all(names.map(processesOf))).toEqual(names.map(() => []))
  })
})
