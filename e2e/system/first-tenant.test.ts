import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { processesOf, sql, uidOf, unitProperty } from './support/machine.ts'
import { host, mustPilot, purge, run } from './support/pilot.ts'
import { installPrograms, programs } from './support/programs.ts'
import { askSample, visit } from './support/web.ts'

const tenants = ['first', 'own', 'ported', 'pathed', 'nodeapp']

beforeAll(() => installPrograms())
afterAll(async () => {
  for (const name of tenants) await purge(name)
})

describe('a tenant answers through Caddy', () => {
  it('as itself, connected to its own database, with its socket inherited', async () => {
    await mustPilot('create-tenant', '--name=first', '--domain=first.localhost', '--idle=5min')

    const answer = await askSample('first.localhost')

    expect(answer).toMatchObject({
      linux_user: 'first',
      db_status: 'Connected',
      database: 'first',
      activated: 'socket',
    })
    const owner = await run('ps', '-o', 'user:32=', '-p', String(answer.pid))
    expect(owner).toBe('first')
    expect(await sql(`select pg_get_userbyid(datdba) from pg_database where datname = 'first'`)).toBe('first')
    expect(await unitProperty('pilot@first.socket', 'ActiveState')).toBe('active')
    expect(await run('stat', '-c', '%a %U:%G', '/var/lib/pilot/tenants/first')).toBe('700 first:first')
    expect(await run('stat', '-c', '%a %U:%G', '/run/pilot/tenants/first.sock')).toBe('660 root:caddy')
  })

  it('in user scope, run by its own lingering manager from units that root owns', async () => {
    await mustPilot('create-tenant', '--name=own', '--scope=user')

    expect(await askSample('own.localhost')).toMatchObject({ linux_user: 'own', db_status: 'Connected' })

    expect(await run('loginctl', 'show-user', 'own', '--property=Linger', '--value')).toBe('yes')
    const units = '/var/lib/pilot/tenants/own/.config/systemd/user'
    expect(await run('stat', '-c', '%U', units, `${units}/pilot.socket`, `${units}/pilot.service`)).toBe(
      'root\nroot\nroot',
    )
    const pids = await processesOf('own')
    const cgroups = await run('cat', ...pids.map((pid) => `/proc/${pid}/cgroup`))
    expect(cgroups).toContain(`user@${await uidOf('own')}.service`)
  })

  it('with a program in another language that knows only PORT', async () => {
    await mustPilot(
      'create-tenant',
      '--name=ported',
      `--exec=/usr/bin/python3 ${programs}/port-only.py`,
      '--idle=2s',
    )

    expect(JSON.parse((await visit('ported.localhost')).body)).toMatchObject({
      linux_user: 'ported',
      port: '8080',
    })

    expect(await unitProperty('pilot-proxy@ported.service', 'ActiveState')).toBe('active')
    const outside = await host.exec(['curl', '-s', '--max-time', '2', 'http://127.0.0.1:8080/'])
    expect(outside.exitCode, 'its port is reachable from no other network namespace').not.toBe(0)
  })

  it('with a program that listens on the Unix socket named in SOCKET', async () => {
    await mustPilot(
      ...['create-tenant', '--name=pathed', `--exec=/usr/bin/python3 ${programs}/socket-only.py`],
      ...['--activation=proxied', '--listen=socket', '--idle=2s'],
    )

    expect(JSON.parse((await visit('pathed.localhost')).body)).toMatchObject({
      linux_user: 'pathed',
      socket: '/run/pilot/app/pathed/app.sock',
    })
  })

  it('with an unmodified Node program, which inherits the socket by preload', async () => {
    await mustPilot(
      'create-tenant',
      '--name=nodeapp',
      `--app=${programs}/plain-server.js`,
      '--activation=native',
    )

    const answer = JSON.parse((await visit('nodeapp.localhost')).body) as { linux_user: string; pid: number }

    expect(answer.linux_user).toBe('nodeapp')
    expect(await unitProperty('pilot@nodeapp.service', 'MainPID')).toBe(String(answer.pid))
    expect(await run('readlink', `/proc/${answer.pid}/fd/3`)).toMatch(/^socket:/)
  })
})

describe('create-tenant again', () => {
  it('changes nothing and succeeds', async () => {
    const before = await run('stat', '-c', '%Y %i', '/etc/systemd/system/pilot@first.service.d/50-pilot.conf')

    await mustPilot('create-tenant', '--name=first', '--domain=first.localhost', '--idle=5min')

    expect(await run('stat', '-c', '%Y %i', '/etc/systemd/system/pilot@first.service.d/50-pilot.conf')).toBe(
      before,
    )
  })
})
