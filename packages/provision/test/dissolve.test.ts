import { createFakeHost } from '@pilot/host/fake'
import type { World } from '@pilot/host/fake'
import { describe, expect, test } from 'vitest'
import { converge, dissolve, planDissolve } from '../src/index.ts'
import { removing } from '../src/engine/order.ts'
import { after, crashEverywhere } from './crash.ts'
import { inhabitedWorld, neighbour, tenantOf, variants } from './worlds.ts'

describe.each(Object.entries(variants))('%s', (_, tenant) => {
  test('a purged tenant leaves the world as if it had never been', async () => {
    const start = await inhabitedWorld()
    const made = await after(start, (host) => converge(tenant, host))
    const gone = await after(made, (host) => dissolve(tenant, host, { purge: true }))
    expect(gone.snapshot()).toEqual(start.snapshot())
  })

  test.each([true, false])('dissolve with purge %s heals a crash at every host call', async (purge) => {
    const made = await after(await inhabitedWorld(), (host) => converge(tenant, host))
    const gone = (await after(made, (host) => dissolve(tenant, host, { purge }))).snapshot()
    for (const [index, world] of (
      await crashEverywhere(made, (host) => dissolve(tenant, host, { purge }))
    ).entries()) {
      const healed = await after(world, (host) => dissolve(tenant, host, { purge }))
      expect(healed.snapshot(), `killed after write ${index}`).toEqual(gone)
    }
  })

  test.each([true, false])('a half-made tenant is dissolved with purge %s', async (purge) => {
    const start = await inhabitedWorld()
    for (const [index, world] of (await crashEverywhere(start, (host) => converge(tenant, host))).entries()) {
      const { host, world: gone } = createFakeHost(world)
      await dissolve(tenant, host, { purge })
      expect(purge ? gone.snapshot() : withoutKept(gone), `killed after write ${index}`).toEqual(
        purge ? start.snapshot() : withoutKept(start),
      )
    }
  })

  test.each([true, false])('a second dissolve with purge %s writes nothing', async (purge) => {
    const { host, world } = createFakeHost(await inhabitedWorld())
    await converge(tenant, host)
    await dissolve(tenant, host, { purge })
    const { length } = world.writes
    await dissolve(tenant, host, { purge })
    expect(world.writes.slice(length)).toEqual([])
  })

  test('the same tenant made anew takes its kept database and files', async () => {
    const start = await inhabitedWorld()
    const made = await after(start, (host) => converge(tenant, host))
    made.putFile(`/var/lib/pilot/tenants/shop/diary`, { text: 'dear', uid: tenant.uid, gid: tenant.uid })
    const kept = await after(made, (host) => dissolve(tenant, host, { purge: false }))
    expect(kept.state.files.get('/var/lib/pilot/tenants/shop')).toEqual({
      kind: 'directory',
      mode: 0o700,
      uid: 0,
      gid: tenant.uid,
    })
    expect(kept.state.roles.get('shop')?.login).toBe(false)
    expect(kept.state.accounts.has('shop')).toBe(false)
    const again = await after(kept, (host) => converge(tenant, host))
    expect(again.snapshot()).toEqual(made.snapshot())
  })
})

test('a kept home is not given to another uid of the same name', async () => {
  const tenant = tenantOf()
  const kept = await after(await inhabitedWorld(), async (host) => {
    await converge(tenant, host)
    await dissolve(tenant, host, { purge: false })
  })
  const { host, world } = createFakeHost(kept)
  await expect(converge({ ...tenant, uid: tenant.uid + 7 }, host)).rejects.toMatchObject({
    problem: { code: 'foreign-resource', kind: 'directory' },
  })
  expect(world.writes).toEqual([])
})

test('a removal is planned by what it takes and what it keeps, and planning writes nothing', async () => {
  const { host, world } = createFakeHost(await inhabitedWorld())
  const tenant = tenantOf()
  await converge(tenant, host)
  const { length } = world.writes
  const actionsOf = async (purge: boolean) =>
    (await planDissolve(tenant, host, { purge })).map(({ step, action }) => `${step} ${action}`)
  const kept = ['database', 'directories']
  expect(await actionsOf(false)).toEqual(
    removing.map(({ name }) => `${name} ${kept.includes(name) ? 'change' : 'remove'}`),
  )
  expect(await actionsOf(true)).toContain('database remove')
  expect(world.writes).toHaveLength(length)
})

test('a running program is ended before its account goes', async () => {
  const { host, world } = createFakeHost(await inhabitedWorld())
  const tenant = tenantOf()
  await converge(tenant, host)
  world.visit('pilot@shop.socket')
  await dissolve(tenant, host, { purge: false })
  expect(world.state.processes.filter(({ uid }) => uid === tenant.uid)).toEqual([])
})

test('the neighbour goes without a trace in what is left', async () => {
  const start = await inhabitedWorld()
  const both = await after(start, (host) => converge(tenantOf(), host))
  const one = await after(both, (host) => dissolve(neighbour, host, { purge: true }))
  expect(JSON.stringify(one.snapshot())).not.toContain('neighbour')
})

/** Without home, role and database of the tenant, which are kept. */
const withoutKept = (world: World): unknown => {
  const copy = world.clone()
  for (const path of copy.state.files.keys())
    if (path.startsWith('/var/lib/pilot/tenants/shop')) copy.state.files.delete(path)
  copy.state.roles.delete('shop')
  copy.state.roles.get('pilot')?.memberOf.delete('shop')
  copy.state.databases.delete('shop')
  return copy.snapshot()
}

test("domains are nobody else's before the connections of their visitors have ended", async () => {
  const { host, world } = createFakeHost(await inhabitedWorld())
  await converge(tenantOf(), host)
  world.visit('pilot@shop.socket')
  world.connect('/run/pilot/tenants/shop.sock')
  const { length } = world.writes
  await dissolve(tenantOf(), host, { purge: false })
  const told = world.writes.slice(length).map(({ method, args }) => `${method} ${String(args[0])}`)
  const stopped = told.indexOf('stop pilot@shop.service')
  const gone = (end: string): number[] => told.flatMap((write, index) => (write.endsWith(end) ? [index] : []))
  expect(gone('shop.example.com.sock').filter((index) => index < stopped)).toHaveLength(2)
  expect(gone('shop.example.com.tenant').filter((index) => index > stopped)).toHaveLength(2)
})
