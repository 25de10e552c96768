import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { processesOf, uidOf } from './support/machine.ts'
import { mustPilot, purge, run, shell } from './support/pilot.ts'
import { machineProbes, probes } from './support/probes.ts'
import { installPrograms, programs } from './support/programs.ts'
import { askSample, visit } from './support/web.ts'

const intruders = ['intruder', 'ownintruder', 'pintruder']
const victims = ['victim', 'ownvictim']

beforeAll(async () => {
  await installPrograms()
  const probe = `--exec=/usr/bin/python3 ${programs}/probe.py`
  await mustPilot('create-tenant', '--name=intruder', probe, '--activation=native')
  await mustPilot('create-tenant', '--name=ownintruder', '--scope=user', probe, '--activation=native')
  await mustPilot('create-tenant', '--name=pintruder', probe, '--activation=proxied')
  await mustPilot('create-tenant', '--name=victim', '--env', 'SECRET=hidden')
  await mustPilot('create-tenant', '--name=ownvictim', '--scope=user', '--env', 'SECRET=hidden')
  await shell(
    'echo secret > /var/lib/pilot/tenants/victim/secret; chmod 644 /var/lib/pilot/tenants/victim/secret',
  )
  await shell(
    'echo secret > /var/lib/pilot/tenants/ownvictim/data/secret; chmod 644 /var/lib/pilot/tenants/ownvictim/data/secret',
  )
  for (const name of victims) await askSample(`${name}.localhost`)
})
afterAll(async () => {
  for (const name of [...intruders, ...victims]) await purge(name)
})

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

describe('Caddy', () => {
  it('offers its admin API on no TCP port', async () => {
    expect(await run('ss', '-Hltn', 'sport = :2019')).toBe('')
  })
})
