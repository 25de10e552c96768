import type { Overview, TenantInspection, TenantStatus, Wake, WatchEvent } from '@pilot/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { unitProperty, untilAsleep } from './support/machine.ts'
import { mustPilot, pilot, purge, run, shell } from './support/pilot.ts'
import { installPrograms, programs } from './support/programs.ts'
import { until } from './support/until.ts'
import { askSample, visit } from './support/web.ts'

/** Calls a procedure of the agent by curl on the host, as root or with an operator's session. */
const call = async <T>(procedure: string, input: unknown, session?: string): Promise<T> => {
  const answer = await run(
    ...['curl', '-s', '--max-time', '30', '-X', 'POST', '-H', 'content-type: application/json'],
    ...['-d', JSON.stringify(input), ...to(session), `http://agent/${procedure}`],
  )
  const { result, error } = JSON.parse(answer) as { result?: { data: T }; error?: unknown }
  if (result === undefined) throw new Error(`${procedure} was refused: ${JSON.stringify(error)}`)
  return result.data
}

const to = (session: string | undefined): string[] =>
  session === undefined
    ? ['--unix-socket', '/run/pilot/agent/root.sock']
    : ['--unix-socket', '/run/pilot/agent/bridge.sock', '-H', `Authorization: Bearer ${session}`]

const wakesOf = (name?: string): Promise<Wake[]> => call('wakes', { hours: 1, limit: 20, name })
const show = (name: string): Promise<TenantStatus> => call('show', { name })

/** Why it is in its state, as the command line says it. */
const reasonOf = async (name: string): Promise<string> => {
  const { stdout } = await mustPilot('show', name, '--json')
  return (JSON.parse(stdout) as { reason: string }).reason
}

const tenants = ['seen', 'ownseen', 'pseen']

beforeAll(async () => {
  await installPrograms()
  await mustPilot('create-tenant', '--name=seen', '--idle=1s', '--env', 'TOKEN=hunter2')
  await mustPilot('create-tenant', '--name=ownseen', '--scope=user', '--idle=1s')
  await mustPilot(
    ...['create-tenant', '--name=pseen', `--exec=/usr/bin/python3 ${programs}/port-only.py`, '--idle=1s'],
  )
})
afterAll(async () => {
  for (const name of tenants) await purge(name)
  await pilot('operator', 'remove', 'vera')
})

describe('wakes', () => {
  it.each(tenants)('are the runs of a program, with the time of start and end (%s)', async (name) => {
    expect((await visit(`${name}.localhost`)).status).toBe(200)
    await until(
      `${name} has fallen asleep`,
      () => show(name),
      ({ state }) => state === 'asleep',
    )
    const [last] = await until(
      'the journal has its end',
      () => wakesOf(name),
      ([wake]) => wake !== undefined && wake.endedAt !== null,
    )
    expect(last).toMatchObject({ tenant: name, result: null })
    expect(last?.startMilliseconds).toBeGreaterThan(1)
    expect(Date.parse(last?.endedAt ?? '') - Date.parse(last?.at ?? '')).toBeGreaterThan(1000)
    expect(await reasonOf(name)).toMatch(/It ran last until \d{4}-\d\d-\d\d \d\d:\d\d UTC\.$/)
  })

  it('tell a failure, and of one that runs no end', async () => {
    const { pid } = await askSample('seen.localhost')
    expect((await wakesOf())[0]).toMatchObject({ tenant: 'seen', endedAt: null })
    await run('kill', '-KILL', String(pid))
    const [last] = await until(
      'the journal has its end',
      () => wakesOf('seen'),
      ([wake]) => wake !== undefined && wake.endedAt !== null,
    )
    expect(last).toMatchObject({ result: 'signal' })
  })
})

describe('show', () => {
  it('counts the connections that keep a tenant awake, and weighs it', async () => {
    const slow = visit('seen.localhost', '/slow?ms=4000')
    const seen = await until(
      'a connection is open',
      () => show('seen'),
      ({ connections }) => connections === 1,
    )
    expect(seen.pss).toBeGreaterThan(5_000_000)
    await until(
      'the reason names it',
      () => reasonOf('seen'),
      (reason) => reason === 'It is kept awake by 1 connection.',
    )
    expect((await slow).status).toBe(200)
    await untilAsleep('seen')
    expect(await show('seen')).toMatchObject({ state: 'asleep', connections: 0, pss: null })
  })
})

describe('overview', () => {
  it('weighs the machine and names the versions that run', async () => {
    const { services, memory, total, hostname } = await call<Overview>('overview', {})
    expect(services.map(({ service, ok }) => [service, ok])).toEqual([
      ['systemd', true],
      ['postgresql', true],
      ['caddy', true],
    ])
    const [version = ''] = (await run('systemctl', '--version')).split('\n')
    expect(version).toContain(services[0]?.ok === true ? services[0].version : 'no answer')
    expect(total).toBeGreaterThanOrEqual(tenants.length)
    expect(hostname).toBe(await run('hostname'))
    expect(memory.pilot.pss).toBeGreaterThan(10_000_000)
    // In user scope the tenant's own manager runs always.
    expect(memory.tenants.processes).toBeGreaterThanOrEqual(2)
  })

  it('tells which service is down within its deadline, and the rest', async () => {
    await run('systemctl', 'stop', 'caddy.service')
    try {
      const { services } = await call<Overview>('overview', {})
      expect(services.map(({ ok }) => ok)).toEqual([true, true, false])
      expect(services[2]).toMatchObject({ problem: { code: 'service-down', service: 'caddy' } })
    } finally {
      await run('systemctl', 'start', 'caddy.service')
    }
  })
})

describe('inspect', () => {
  it('shows the files that systemd itself tells, and the rest of the machine', async () => {
    const { units, account, role, database, routes, faults } = await call<TenantInspection>('inspect', {
      name: 'seen',
    })
    const shown = await run('systemctl', 'cat', 'pilot@seen.service')
    for (const { path, text } of units.find(({ name }) => name === 'pilot@seen.service')?.files ?? [])
      expect(shown).toContain(`# ${path}\n${text.trimEnd()}`)
    expect(JSON.stringify(units)).not.toContain('hunter2')
    expect([account?.gecos, role?.superuser, database?.owner]).toEqual(['Pilot tenant seen', false, 'seen'])
    expect(routes).toMatchObject([{ target: '/run/pilot/tenants/seen.sock' }])
    expect(faults).toEqual([])
  })

  it('shows the cell, and what the kernel says of the program in it', async () => {
    const inspect = () => call<TenantInspection>('inspect', { name: 'seen' })
    await mustPilot('set', 'seen', '--idle=1min')
    await mustPilot('wake', 'seen')
    const { cell, sandbox, confinement } = await inspect()
    const pid = (await unitProperty('pilot@seen.service', 'MainPID')).trim()
    expect(cell?.text.trim()).toBe((await run('cat', cell?.path ?? '')).trim())
    expect(cell?.path).toBe('/usr/lib/pilot/tenant.cell')
    expect(sandbox).toEqual([])
    expect(confinement).toMatchObject({
      pid: Number(pid),
      uid: (await inspect()).account?.uid,
      capabilities: { effective: '0'.repeat(16), bounding: '0'.repeat(16) },
      noNewPrivileges: true,
      filters: 1,
    })
    expect(confinement?.namespaces).toContain('mnt')
    expect(confinement?.mounts).toHaveLength(
      (await run('cat', `/proc/${pid}/mountinfo`)).trim().split('\n').length,
    )
    await mustPilot('sleep', 'seen')
    expect((await inspect()).confinement).toBeNull()
  })

  it('shows the sandbox that systemd tells, where systemd makes it', async () => {
    await mustPilot('set', 'seen', '--sandbox=systemd', '--idle=1s')
    const { cell, sandbox } = await call<TenantInspection>('inspect', { name: 'seen' })
    for (const directive of ['User', 'ProtectSystem', 'NoNewPrivileges', 'RestrictNamespaces'])
      expect(sandbox).toContainEqual({
        directive,
        value: await unitProperty('pilot@seen.service', directive),
      })
    expect(sandbox).toContainEqual({ directive: 'CapabilityBoundingSet', value: 'none' })
    expect(cell).toBeNull()
    await mustPilot('set', 'seen', '--sandbox=pilot')
  })

  it('of a tenant in user scope asks its own manager', async () => {
    const { units } = await call<TenantInspection>('inspect', { name: 'ownseen' })
    expect(units.map(({ name, load }) => [name, load])).toEqual([
      ['pilot.socket', 'loaded'],
      ['pilot.service', 'loaded'],
    ])
  })
})

describe('logs', () => {
  it('are searched in any case and by severity', async () => {
    const { stdout } = await mustPilot('logs', 'seen', '--search=FAILED WITH RESULT', '-n', '1')
    expect(stdout).toMatch(/Failed with result 'signal'/)
    expect((await mustPilot('logs', 'seen', '--search=of this there is none')).stdout).toBe('')
    expect((await mustPilot('logs', 'seen', '--priority=warning')).stdout).not.toContain('Started')
  })
})

describe('watch', () => {
  const heard = '/tmp/watch.log'
  const listener = 'pilot-test-listener.service'

  /** Events that a viewer has heard so far. */
  const events = async (): Promise<WatchEvent[]> =>
    (await run('cat', heard))
      .split('\n')
      .filter((line) => line.includes('"counts"'))
      .map((line) => JSON.parse(line.slice('data: '.length)) as WatchEvent)

  const untilHeard = (name: string, state: string): Promise<WatchEvent[]> =>
    until(
      `${name} is ${state} on the page`,
      events,
      (all) =>
        all.flatMap(({ changed }) => changed).findLast((status) => status.name === name)?.state === state,
      // The promise to those who look.
      { timeout: 2000 },
    )

  it('shows within two seconds what somebody does on the machine, also to a manager of a tenant', async () => {
    const { url } = await call<{ url: string }>('addOperator', { name: 'vera', role: 'viewer' })
    const link = { token: url.slice(url.indexOf('#') + 1), password: 'a long password of vera' }
    const bridge = await run(
      ...['curl', '-s', '-X', 'POST', '-H', 'content-type: application/json', '-d', JSON.stringify(link)],
      ...['--unix-socket', '/run/pilot/agent/bridge.sock', 'http://agent/acceptLink'],
    )
    const { token } = (JSON.parse(bridge) as { result: { data: { token: string } } }).result.data
    await run(
      ...['systemd-run', `--unit=${listener}`, '--', 'curl', '-sN', '--max-time', '60', '-o', heard],
      ...[...to(token), 'http://agent/watch?input=%7B%7D'],
    )
    await until(
      'the stream stands',
      () => shell(`test -e ${heard} && cat ${heard} || true`),
      (text) => text.includes('"counts"'),
    )

    await run('systemctl', 'stop', 'pilot@seen.socket')
    await untilHeard('seen', 'degraded')
    await run('systemctl', 'start', 'pilot@seen.socket')
    await untilHeard('seen', 'asleep')
    await mustPilot('suspend', 'seen')
    await untilHeard('seen', 'suspended')
    await mustPilot('resume', 'seen')
    await untilHeard('seen', 'asleep')
    await mustPilot('set', 'ownseen', '--idle=1min')
    await visit('ownseen.localhost')
    await untilHeard('ownseen', 'awake')
    await mustPilot('sleep', 'ownseen')
    await untilHeard('ownseen', 'asleep')
    expect(JSON.stringify(await events())).not.toContain('hunter2')
    await run('systemctl', 'stop', listener)
  })
})
