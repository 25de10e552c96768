import { createFakeHost } from '@pilot/host/fake'
import type { Host } from '@pilot/host/ports'
import { expect, test } from 'vitest'
import { converge, dissolve, inspectTenant, plan } from '../src/index.ts'
import { after } from './crash.ts'
import { inhabitedWorld, tenantOf } from './worlds.ts'

const tenant = tenantOf({ scope: 'user' })
const suspended = tenantOf({ scope: 'user', suspended: true })
const socket = '/run/pilot/user/shop/shop.sock'

/** The same host, on which no tenant's own manager answers. */
const withSilentManagers = (host: Host): Host => ({
  ...host,
  userManagers: {
    of: () => {
      throw new Error('a manager that its tenant may have stopped was asked')
    },
  },
})

const open = async () => after(await inhabitedWorld(), (host) => converge(tenant, host))

test('suspending asks nothing of the own manager, and leaves nothing running', async () => {
  const { host, world } = createFakeHost(await open())

  await converge(suspended, withSilentManagers(host))

  expect(await host.processes.ofUid(tenant.uid)).toEqual([])
  expect(await host.accounts.isLingering('shop')).toBe(false)
  expect(world.unit(`user@${tenant.uid}.service`)?.active).toBe('inactive')
  expect(await host.files.inspect(socket)).toBeUndefined()
})

test('a process of a suspended tenant is drift, in the plan too', async () => {
  const { host, world } = createFakeHost(await open())
  await converge(suspended, host)
  world.state.processes.push({ pid: 4711, uid: tenant.uid, command: 'stowaway' })

  const planned = await plan(suspended, withSilentManagers(host))
  expect(planned.filter(({ action }) => action === 'change').map(({ step }) => step)).toContain('account')

  await converge(suspended, withSilentManagers(host))
  expect(await host.processes.ofUid(tenant.uid)).toEqual([])
})

test('deleting asks nothing of the own manager', async () => {
  const start = await inhabitedWorld()
  const { host, world } = createFakeHost(await after(start, (on) => converge(tenant, on)))

  await dissolve(tenant, withSilentManagers(host), { purge: true })

  expect(await host.accounts.find('shop')).toBeUndefined()
  expect(world.unit('pilot.socket', String(tenant.uid))).toBeUndefined()
})

test.each(['file', 'symlink', 'directory'] as const)(
  'a %s in place of the socket gives way',
  async (kind) => {
    const { host, world } = createFakeHost(await open())
    world.putFile(socket, { kind, uid: tenant.uid, gid: tenant.uid })

    await converge(tenant, host)

    expect((await host.files.inspect(socket))?.kind).toBe('socket')
    const found = await inspectTenant(tenant, host)
    expect(
      found.every(({ inspection }) => inspection.state === 'ours' && inspection.drift.length === 0),
    ).toBe(true)
  },
)
