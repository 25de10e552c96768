import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { processesOf, sql, tracesOf, uidOf, unitProperty, untilAsleep } from './support/machine.ts'
import { host, mustPilot, pilot, purge, run, shell } from './support/pilot.ts'
import { installPrograms, programs } from './support/programs.ts'
import { askSample, visit } from './support/web.ts'

const json = async <T>(...args: string[]): Promise<T> =>
  JSON.parse((await mustPilot(...args, '--json')).stdout) as T

beforeAll(async () => {
  await installPrograms()
  await mustPilot('create-tenant', '--name=daily')
})
afterAll(async () => {
  for (const name of ['daily', 'owndaily', 'kept', 'planned', 'ownkept']) await purge(name)
})

describe('list and show', () => {
  it('tell the state as the machine has it', async () => {
    await mustPilot('sleep', 'daily')
    expect(await json('show', 'daily')).toMatchObject({ state: 'asleep', processes: [] })

    await run('systemctl', 'start', 'pilot@daily.service')
    const shown = await json<{ state: string; processes: { pid: number }[] }>('show', 'daily')

    expect(shown.state).toBe('awake')
    expect(shown.processes.map(({ pid }) => String(pid))).toEqual(await processesOf('daily'))
    const listed = await mustPilot('list')
    expect(listed.stdout).toMatch(/daily.*awake/)
  })

  it('show what was stopped behind their back', async () => {
    await run('systemctl', 'stop', 'pilot@daily.service')

    expect(await json('show', 'daily')).toMatchObject({ state: 'asleep' })
  })
})

describe('wake and sleep', () => {
  it('start and stop the program', async () => {
    await mustPilot('wake', 'daily')
    expect(await processesOf('daily')).toHaveLength(1)

    await mustPilot('sleep', 'daily')
    expect(await processesOf('daily')).toEqual([])
  })
})

describe('suspend and resume', () => {
  it('close and open the tenant, and keep its data', async () => {
    await mustPilot('suspend', 'daily')
    expect(await visit('daily.localhost')).toMatchObject({ status: 503 })
    expect(await processesOf('daily')).toEqual([])
    expect((await pilot('wake', 'daily')).exitCode).toBe(5)

    await mustPilot('resume', 'daily')
    expect(await askSample('daily.localhost')).toMatchObject({ db_status: 'Connected' })
  })
})

describe('a tenant in user scope', () => {
  it('has no process, no manager and no socket while it is suspended', async () => {
    await mustPilot('create-tenant', '--name=owndaily', '--scope=user')
    await askSample('owndaily.localhost')

    await mustPilot('suspend', 'owndaily')

    expect(await processesOf('owndaily')).toEqual([])
    const manager = `user@${await uidOf('owndaily')}.service`
    expect(['inactive', 'failed']).toContain(await unitProperty(manager, 'ActiveState'))
    expect(await run('ls', '/run/pilot/user/owndaily')).toBe('')
    expect(await run('ls', '/var/lib/systemd/linger')).not.toContain('owndaily')
    expect(await visit('owndaily.localhost')).toMatchObject({ status: 503 })

    await mustPilot('resume', 'owndaily')
    expect(await askSample('owndaily.localhost')).toMatchObject({ db_status: 'Connected' })
  })

  it('opens again whatever it puts in place of its socket', async () => {
    const path = '/run/pilot/user/owndaily/owndaily.sock'
    await run('runuser', '-u', 'owndaily', '--', 'sh', '-c', `rm ${path}; ln -s /etc/passwd ${path}`)

    await mustPilot('set', 'owndaily', '--env', 'A=1')

    expect(await askSample('owndaily.localhost')).toMatchObject({ db_status: 'Connected' })
  })

  it('that stops its own manager holds up neither the list nor its end', async () => {
    const manager = `user@${await uidOf('owndaily')}.service`
    await run('kill', '-STOP', await unitProperty(manager, 'MainPID'))

    const began = performance.now()
    const { tenants } = await json<{ tenants: unknown[] }>('list')
    expect(performance.now() - began).toBeLessThan(10_000)
    expect(tenants).toContainEqual(expect.objectContaining({ name: 'owndaily', state: 'degraded' }))
    expect(tenants).toContainEqual(expect.objectContaining({ name: 'daily' }))

    await mustPilot('delete-tenant', '--name=owndaily', '--purge')
    expect(await uidOf('owndaily')).toBeUndefined()
    expect(await tracesOf('owndaily')).toEqual([])
  })
})

describe('set', () => {
  it('changes idle time and environment for the next start, without a daemon-reload', async () => {
    const before = await run('systemctl', 'show', '--value', '--property=UnitsLoadFinishTimestampMonotonic')

    await mustPilot(
      'set',
      'daily',
      '--idle=1s',
      '--env',
      'GREETING=hello $HOME 100% "quoted" \\ #',
      '--env',
      'B=2',
    )
    await mustPilot('sleep', 'daily')
    await mustPilot('wake', 'daily')

    const [pid] = await processesOf('daily')
    const environment = (await shell(`tr '\\0' '\\n' < /proc/${pid}/environ`)).split('\n')
    expect(environment).toContain('GREETING=hello $HOME 100% "quoted" \\ #')
    await untilAsleep('daily', 10_000)
    expect(await run('systemctl', 'show', '--value', '--property=UnitsLoadFinishTimestampMonotonic')).toBe(
      before,
    )
    expect(await unitProperty('pilot@daily.service', 'NeedDaemonReload')).toBe('no')
  })

  it('sets limits at once, and lifts them', async () => {
    await mustPilot('set', 'daily', '--memory-max=96M', '--cpu-quota=50%', '--tasks-max=64')
    expect(await unitProperty('pilot@daily.service', 'MemoryMax')).toBe(String(96 * 1024 * 1024))
    expect(await unitProperty('pilot@daily.service', 'CPUQuotaPerSecUSec')).toBe('500ms')
    expect(await unitProperty('pilot@daily.service', 'TasksMax')).toBe('64')
    expect(await unitProperty('pilot@daily.service', 'NeedDaemonReload')).toBe('no')

    await mustPilot('set', 'daily', '--memory-max=infinity')
    expect(await unitProperty('pilot@daily.service', 'MemoryMax')).toBe('infinity')
  })

  it('changes the command', async () => {
    await mustPilot('set', 'daily', `--app=${programs}/plain-server.js`)
    await mustPilot('sleep', 'daily')

    expect((await visit('daily.localhost')).body).not.toContain('db_status')
    await mustPilot('set', 'daily', '--app=/usr/local/bin/user-rest-api')
    await mustPilot('sleep', 'daily')
    expect(await askSample('daily.localhost')).toMatchObject({ db_status: 'Connected' })
  })
})

describe('logs', () => {
  it('show what the program wrote, and follow it', async () => {
    await mustPilot('sleep', 'daily')
    await mustPilot('wake', 'daily')
    const [pid] = await processesOf('daily')

    expect((await mustPilot('logs', 'daily', '--since', '10min ago')).stdout).toContain(`[${pid}]`)

    const following = host.exec(['timeout', '--signal=INT', '10', 'pilot', 'logs', 'daily', '-f'], {
      timeout: 30_000,
    })
    await mustPilot('sleep', 'daily')
    await mustPilot('wake', 'daily')
    const [next] = await processesOf('daily')
    expect((await following).stdout).toContain(`[${next}]`)
  })
})

describe('plan and --dry-run', () => {
  it('show the real units, SQL and route, and change nothing', async () => {
    const planned = await mustPilot('create-tenant', '--name=planned', '--dry-run')

    for (const text of ['CREATE DATABASE', 'pilot@planned', 'planned.localhost', 'ExecStart='])
      expect(planned.stdout).toContain(text)
    expect(await tracesOf('planned')).toEqual([])
    expect((await pilot('show', 'planned')).exitCode).toBe(3)
  })
})

describe('delete-tenant', () => {
  it('keeps database and files, which create-tenant adopts again, as the same uid', async () => {
    await mustPilot('create-tenant', '--name=kept')
    const uid = await uidOf('kept')
    await shell(
      'echo precious > /var/lib/pilot/tenants/kept/file; chown kept: /var/lib/pilot/tenants/kept/file',
    )
    await sql('create table precious as select 42 as answer', 'kept')

    await mustPilot('delete-tenant', '--name=kept')

    expect(await visit('kept.localhost')).toMatchObject({ status: 404 })
    expect(await uidOf('kept')).toBeUndefined()
    expect(await sql('select answer from precious', 'kept')).toBe('42')
    expect(await sql(`select rolcanlogin from pg_roles where rolname = 'kept'`)).toBe('f')
    expect(await run('cat', '/var/lib/pilot/tenants/kept/file')).toBe('precious')

    await mustPilot('create-tenant', '--name=kept')
    expect(await uidOf('kept')).toBe(uid)
    expect(await askSample('kept.localhost')).toMatchObject({ linux_user: 'kept', db_status: 'Connected' })
    expect(await sql('select answer from precious', 'kept')).toBe('42')
  })

  it('--purge leaves no trace, in both scopes', async () => {
    await mustPilot('create-tenant', '--name=ownkept', '--scope=user')
    await askSample('ownkept.localhost')

    await mustPilot('delete-tenant', '--name=ownkept', '--purge')
    await mustPilot('delete-tenant', '--name=kept', '--purge')

    expect(await tracesOf('ownkept')).toEqual([])
    expect(await tracesOf('kept')).toEqual([])
  })
})

describe('audit', () => {
  it('holds who did what, with secrets left out', async () => {
    await mustPilot('set', 'daily', '--env', 'TOKEN=very-secret')

    const entries = await json<{ action: string; actor: string; tenant: string; result: string }[]>('audit')

    expect(entries.find(({ action, tenant }) => /set/i.test(action) && tenant === 'daily')).toMatchObject({
      result: 'done',
    })
    expect(JSON.stringify(entries)).not.toContain('very-secret')
    const actors = await host.exec(['env', 'SUDO_USER=alice', 'pilot', 'suspend', 'daily', '--json'])
    expect(actors.exitCode).toBe(0)
    expect((await mustPilot('audit')).stdout).toContain('sudo alice')
  })
})

describe('the agent at rest', () => {
  it('leaves when idle, and a call starts it again', async () => {
    await shell(`mkdir -p /run/systemd/system/pilot-agent.service.d
      printf '[Service]\\nEnvironment=PILOT_AGENT_IDLE=1s\\n' > /run/systemd/system/pilot-agent.service.d/idle.conf
      systemctl daemon-reload; systemctl stop pilot-agent.service`)
    await mustPilot('list')
    await shell(
      'for i in $(seq 100); do systemctl is-active -q pilot-agent.service || exit 0; sleep 0.1; done; exit 1',
    )

    await mustPilot('list')
    await shell(
      'rm /run/systemd/system/pilot-agent.service.d/idle.conf; systemctl daemon-reload; systemctl stop pilot-agent.service',
    )
  })
})
