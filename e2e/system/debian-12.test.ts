import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openHost } from '../host/index.ts'
import { ensurePackage, installPackage } from '../host/package-file.ts'
import { lookAt } from './support/look-at.ts'
import { cellProbes, machineProbes, probes } from './support/probes.ts'
import { speakTo } from './support/speak-to.ts'
import { installPrograms, programs } from './support/programs.ts'
import { until } from './support/until.ts'
import { visitorsOf } from './support/visitors-of.ts'

// A host of its own, because the others of a run are Debian 13: here are systemd 252 and PostgreSQL 15. What an
// interrupted run left goes first.
const suite = 'bookworm'
await (await openHost(suite, { suite })).destroy()
const host = await openHost(suite, { suite })
const { mustPilot, run, shell } = speakTo(host)
const { processesOf, sql, uidOf, unitProperty, untilAsleep } = lookAt(host)
const { visit, askSample } = visitorsOf(host)

const state = async (name: string): Promise<string> =>
  (JSON.parse((await mustPilot('show', name, '--json')).stdout) as { state: string }).state

beforeAll(async () => {
  await host.boot()
  await installPackage(host, await ensurePackage())
  await installPrograms(host)
  await mustPilot('create-tenant', '--name=direct', '--idle=1s')
  await mustPilot(
    ...['create-tenant', '--name=ported', '--idle=1s'],
    ...[`--exec=/usr/bin/python3 ${programs}/port-only.py`],
  )
  await mustPilot('create-tenant', '--name=own', '--scope=user', '--idle=1s')
}, 200_000)
afterAll(() => host.destroy())

/** Each says who runs it, and so that it is the tenant itself. */
const everyoneAnswers = async (): Promise<void> => {
  for (const name of ['direct', 'own'])
    expect(await askSample(`${name}.localhost`)).toMatchObject({ linux_user: name, db_status: 'Connected' })
  expect(JSON.parse((await visit('ported.localhost')).body)).toMatchObject({
    linux_user: 'ported',
    port: '8080',
  })
}

describe('on Debian 12', () => {
  it('every prerequisite is met', async () => {
    expect(await run('systemctl', '--version')).toMatch(/^systemd 252 /)
    expect(await sql('show server_version_num')).toMatch(/^15/)

    await mustPilot('check')
  })

  it('the web interface answers from its sandbox, and asks the agent', async () => {
    const page = await visit('pilot.localhost', '/sign-in')
    expect(page.status).toBe(200)

    const token = 'pilot_s_of-nobody'
    const cookie = ['-H', `Cookie: pilot-session=${token}`, '-H', 'Origin: http://pilot.localhost']
    const json = ['-H', 'Content-Type: application/json', '--data', '{}']
    const call = await visit('pilot.localhost', '/api/trpc/me', ...cookie, ...json)
    // Only the agent knows that nobody has this session.
    expect(call.status).toBe(401)
    expect(call.body).toContain('sign-in-required')
  })

  it('a native, a proxied and a user-scope tenant answer as themselves, connected', async () => {
    await everyoneAnswers()

    expect(await unitProperty('pilot-proxy@ported.service', 'ActiveState')).toBe('active')
    expect(await run('loginctl', 'show-user', 'own', '--property=Linger', '--value')).toBe('yes')
    expect(await sql(`select pg_get_userbyid(datdba) from pg_database where datname = 'direct'`)).toBe(
      'direct',
    )
  })

  it('no process of theirs is left when they sleep, and they wake again', async () => {
    await untilAsleep('direct')
    await untilAsleep('ported')
    await until(
      'only its manager is left of the user-scope tenant',
      () => run('ps', '-U', 'own', '-o', 'comm='),
      (commands) => commands === 'systemd\n(sd-pam)',
    )

    await everyoneAnswers()
  })

  it('limits take effect at once, and the journal can be followed', async () => {
    await mustPilot('set', 'direct', '--memory-max=96M', '--tasks-max=64')
    expect(await unitProperty('pilot@direct.service', 'MemoryMax')).toBe(String(96 * 1024 ** 2))
    expect(await unitProperty('pilot@direct.service', 'NeedDaemonReload')).toBe('no')

    const following = await host.spawn(['pilot', 'logs', 'direct', '--follow'])
    let seen = ''
    following.stdout.on('data', (part: Buffer) => (seen += part.toString()))
    await until(
      'its first line',
      async () => seen,
      () => seen.includes('user-rest-api started as direct'),
    )
    following.kill('SIGKILL')
  })

  it.each([
    ['pilot-enter', '--sandbox=pilot'],
    ['systemd', '--sandbox=systemd'],
  ])('a tenant that %s confines reaches nothing of all that is tried', async (_, sandbox) => {
    await shell('for d in /tmp /var/tmp /dev/shm; do echo common > $d/common; chmod 666 $d/common; done')
    const program = `--exec=/usr/bin/python3 ${programs}/probe.py`
    await mustPilot('create-tenant', '--name=intruder', program, '--activation=native', sandbox)
    const reached = []
    // /dev/shm is everybody's by systemd's way.
    const wanted = cellProbes.filter(([, of]) => sandbox === '--sandbox=pilot' || of !== '/dev/shm/common')
    for (const [kind, of] of [...probes, ...machineProbes, ...wanted]) {
      const { body } = await visit('intruder.localhost', `/?probe=${kind}&of=${encodeURIComponent(of)}`)
      if ((JSON.parse(body) as { reached: boolean }).reached) reached.push([kind, of])
    }
    expect(reached).toEqual([])
    const own = await visit('intruder.localhost', '/?probe=database&of=intruder')
    expect(JSON.parse(own.body)).toMatchObject({ reached: true })
    await mustPilot('delete-tenant', '--name=intruder', '--purge')
  })

  it('a crash loop is held, and heals once the program is mended', async () => {
    await mustPilot('create-tenant', '--name=crasher', `--app=${programs}/crash.js`, '--activation=native')
    expect([502, 503]).toContain((await visit('crasher.localhost')).status)
    await until(
      'it is failing',
      () => state('crasher'),
      (seen) => seen === 'failing',
    )

    await shell('install -o crasher -g crasher /dev/null /var/lib/pilot/tenants/crasher/mended')

    await until(
      'it answers',
      () => visit('crasher.localhost'),
      ({ status }) => status === 200,
      { timeout: 60_000 },
    )
  })

  it('a reboot keeps all, and starts nothing before it is asked for', async () => {
    const uid = await uidOf('direct')

    await host.reboot()

    expect(await uidOf('direct')).toBe(uid)
    expect(await processesOf('direct')).toEqual([])
    expect(await processesOf('ported')).toEqual([])
    await everyoneAnswers()
    expect(await visit('crasher.localhost')).toMatchObject({ status: 200 })
    await mustPilot('check')
  })
})
