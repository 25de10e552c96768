import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { processesOf, uidOf } from './support/machine.ts'
import { mustPilot, purge, run, shell } from './support/pilot.ts'
import { cellProbes, machineProbes, permissionProbes, probes } from './support/probes.ts'
import { installPrograms, programs } from './support/programs.ts'
import { askSample, visit } from './support/web.ts'

/** Of each kind, entered by pilot-enter or, where said, by systemd. */
const kinds = {
  intruder: ['--activation=native'],
  ownintruder: ['--scope=user', '--activation=native'],
  pintruder: ['--activation=proxied'],
  kintruder: ['--activation=proxied', '--listen=socket'],
  sintruder: ['--sandbox=systemd', '--activation=native'],
  spintruder: ['--sandbox=systemd', '--activation=proxied'],
} as const
const intruders = Object.keys(kinds)
const victims = ['victim', 'ownvictim']

beforeAll(async () => {
  await installPrograms()
  const probe = `--exec=/usr/bin/python3 ${programs}/probe.py`
  for (const [name, options] of Object.entries(kinds))
    await mustPilot('create-tenant', `--name=${name}`, probe, ...options)
  await mustPilot('create-tenant', '--name=victim', '--env', 'SECRET=hidden')
  await mustPilot('create-tenant', '--name=ownvictim', '--scope=user', '--env', 'SECRET=hidden')
  await shell(
    'echo secret > /var/lib/pilot/tenants/victim/secret; chmod 644 /var/lib/pilot/tenants/victim/secret',
  )
  await shell(
    'echo secret > /var/lib/pilot/tenants/ownvictim/data/secret; chmod 644 /var/lib/pilot/tenants/ownvictim/data/secret',
  )
  // What is open to every account of the machine, so that nothing but the cell keeps a tenant from it.
  await shell('for d in /tmp /var/tmp /dev/shm; do echo common > $d/common; chmod 666 $d/common; done')
  for (const name of victims) await askSample(`${name}.localhost`)
})
afterAll(async () => {
  for (const name of [...intruders, ...victims]) await purge(name)
  await shell('rm -f /tmp/common /var/tmp/common /dev/shm/common')
})

/** systemd leaves /dev/shm to all, and a manager of the tenant's own can hide little. */
const cellProbesOf = (intruder: string) => {
  if (intruder === 'ownintruder')
    return cellProbes.filter(([kind]) => ['suid', 'family', 'unshare'].includes(kind))
  return intruder.startsWith('s') ? cellProbes.filter(([, of]) => of !== '/dev/shm/common') : cellProbes
}

const probe = async (
  intruder: string,
  kind: string,
  of: string,
): Promise<{ reached: boolean; detail: unknown }> => {
  const answer = await visit(`${intruder}.localhost`, `/?probe=${kind}&of=${encodeURIComponent(of)}`)
  if (answer.status !== 200) throw new Error(`the probe answered ${answer.status}: ${answer.body}`)
  return JSON.parse(answer.body) as { reached: boolean; detail: unknown }
}

describe.each(intruders)('a tenant (%s)', (intruder) => {
  it('can do what is its own: a probe that must succeed', async () => {
    expect(await probe(intruder, 'database', intruder)).toMatchObject({
      reached: true,
      detail: `${intruder}\n`,
    })
    expect(await probe(intruder, 'read', '/etc/os-release')).toMatchObject({ reached: true })
    expect(await probe(intruder, 'call', 'getpid')).toMatchObject({ reached: true })
    expect(await probe(intruder, 'write', '/tmp/own')).toMatchObject({ reached: true })
  })

  it.each([...probes, ...machineProbes])('cannot %s %s', async (kind, of) => {
    expect(await probe(intruder, kind, of)).toMatchObject({ reached: false })
  })

  it.each(cellProbesOf(intruder))('is kept by its cell from %s %s', async (kind, of) => {
    expect(await probe(intruder, kind, of)).toMatchObject({ reached: false })
  })

  it('sees no process of another tenant', async () => {
    const seen = (await probe(intruder, 'list', '/proc')).detail as string[]

    for (const victim of victims) for (const pid of await processesOf(victim)) expect(seen).not.toContain(pid)
  })

  it('has no privileges to gain', async () => {
    const pids = await processesOf(intruder)
    const statuses = await run('cat', ...pids.map((pid) => `/proc/${pid}/status`))

    expect(new Set(statuses.match(/^CapEff:.*/gm))).toEqual(new Set(['CapEff:\t0000000000000000']))
    expect(await uidOf(intruder)).toBeGreaterThan(1_878_000_000)
  })
})

/** The same program as the same account, without a cell. */
const probeOutside = async (kind: string, of: string): Promise<unknown> => {
  const uid = String(await uidOf('intruder'))
  const group = (await run('stat', '-c', '%g', '/run/pilot/status')).trim()
  const identity = [`--reuid=${uid}`, `--regid=${uid}`, `--groups=${group}`]
  const once = ['/usr/bin/python3', `${programs}/probe.py`, kind, of]
  return JSON.parse(await run('setpriv', ...identity, '--', ...once))
}

describe('without its cell the account of a tenant', () => {
  it.each(cellProbes)('gets at %s %s, so the probe is one', async (kind, of) => {
    expect(await probeOutside(kind, of)).toMatchObject({ reached: true })
  })
})

/** Root, whom neither account nor permissions stop. */
const probeAsRoot = async (kind: string, of: string): Promise<unknown> =>
  JSON.parse(await run('/usr/bin/python3', `${programs}/probe.py`, kind, of))

describe('without its permissions', () => {
  it.each(permissionProbes)('%s %s gets there, so the probe is one', async (kind, of) => {
    expect(await probeAsRoot(kind, of)).toMatchObject({ reached: true })
  })
})

describe('Caddy', () => {
  it('offers its admin API on no TCP port', async () => {
    expect(await run('ss', '-Hltn', 'sport = :2019')).toBe('')
  })
})
