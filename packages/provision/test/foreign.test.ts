import { createFakeHost } from '@pilot/host/fake'
import type { World } from '@pilot/host/fake'
import { describe, expect, test } from 'vitest'
import { converge, dissolve, inspectTenant, plan } from '../src/index.ts'
import { inhabitedWorld, longDomain, tenantOf } from './worlds.ts'

const tenant = tenantOf({ activation: 'proxied', domains: ['shop.example.com', longDomain] })
const account = { name: 'shop', uid: 1000, gid: 1000, gecos: 'A shop', home: '/home/shop', shell: '/bin/sh' }

const strangers: Readonly<Record<string, { kind: string; arrange: (world: World) => void }>> = {
  'an account': { kind: 'account', arrange: ({ state }) => state.accounts.set('shop', account) },
  'an account of that name with our mark and another uid': {
    kind: 'account',
    arrange: ({ state }) => state.accounts.set('shop', { ...account, gecos: 'Pilot tenant shop' }),
  },
  'an account with our uid': {
    kind: 'account',
    arrange: ({ state }) => state.accounts.set('other', { ...account, name: 'other', uid: tenant.uid }),
  },
  'a group': {
    kind: 'group',
    arrange: ({ state }) => state.groups.set('shop', { gid: 1000, members: new Set() }),
  },
  'a sysusers file': { kind: 'file', arrange: (world) => world.putFile('/etc/sysusers.d/pilot-shop.conf') },
  'a home': {
    kind: 'directory',
    arrange: (world) =>
      world.putFile('/var/lib/pilot/tenants/shop', { kind: 'directory', mode: 0o755, uid: 1000, gid: 1000 }),
  },
  'a file in the place of the home': {
    kind: 'directory',
    arrange: (world) => world.putFile('/var/lib/pilot/tenants/shop'),
  },
  'a role': { kind: 'role', arrange: (world) => addRole(world, undefined) },
  'a database of somebody else': {
    kind: 'database',
    arrange: ({ state }) =>
      state.databases.set('shop', {
        owner: 'postgres',
        allowsConnections: true,
        publicConnect: true,
        bytes: 1,
      }),
  },
  'an environment file': {
    kind: 'file',
    arrange: (world) => world.putFile('/etc/pilot/tenants/shop.env', { text: 'A=1\n' }),
  },
  'a whole service': {
    kind: 'unit',
    arrange: (world) => world.putFile('/etc/systemd/system/pilot@shop.service', { text: '[Service]\n' }),
  },
  'a whole socket': {
    kind: 'unit',
    arrange: (world) => world.putFile('/etc/systemd/system/pilot@shop.socket', { text: '[Socket]\n' }),
  },
  'a drop-in of our name': {
    kind: 'file',
    arrange: (world) => {
      world.putFile('/etc/systemd/system/pilot@shop.service.d', { kind: 'directory', mode: 0o755 })
      world.putFile('/etc/systemd/system/pilot@shop.service.d/50-pilot.conf', { text: '[Service]\n' })
    },
  },
  'an enabled unit of that name': {
    kind: 'file',
    arrange: (world) =>
      world.putFile('/etc/systemd/system/sockets.target.wants/pilot@shop.socket', {
        kind: 'symlink',
        target: '/etc/systemd/system/other.socket',
      }),
  },
  'a file in the place of the socket': {
    kind: 'file',
    arrange: (world) => world.putFile('/run/pilot/tenants/shop.sock'),
  },
  'a domain of another tenant': {
    kind: 'route',
    arrange: (world) =>
      world.putFile('/var/lib/pilot/by-domain/shop.example.com.tenant', { text: 'neighbour\n' }),
  },
  'a list of domains': {
    kind: 'file',
    arrange: (world) => world.putFile('/var/lib/pilot/by-domain/shop.domains', { text: 'x.example.com\n' }),
  },
  'a symlink for the domain': {
    kind: 'route',
    arrange: (world) =>
      world.putFile('/var/lib/pilot/by-domain/shop.example.com.sock', {
        kind: 'symlink',
        target: '/run/other.sock',
      }),
  },
  'a long domain of another tenant': {
    kind: 'route',
    arrange: (world) => world.putFile(`/var/lib/pilot/routes/${longDomain}.json`, { text: '{}' }),
  },
}

describe.each(Object.entries(strangers))('%s', (_, { kind, arrange }) => {
  test('is refused, and the world is untouched', async () => {
    const start = await inhabitedWorld()
    arrange(start)
    const { host, world } = createFakeHost(start.clone())
    await expect(converge(tenant, host)).rejects.toMatchObject({
      problem: { code: 'foreign-resource', kind },
    })
    expect(world.writes).toEqual([])
    expect(world.snapshot()).toEqual(start.snapshot())
  })

  test('is inspected and planned as foreign', async () => {
    const start = await inhabitedWorld()
    arrange(start)
    const { host } = createFakeHost(start)
    expect((await plan(tenant, host)).filter(({ action }) => action === 'foreign')).toHaveLength(1)
    const states = (await inspectTenant(tenant, host)).map(({ inspection }) => inspection.state)
    expect(states.filter((state) => state === 'foreign')).toHaveLength(1)
  })

  test('survives a purge', async () => {
    const start = await inhabitedWorld()
    arrange(start)
    const { host, world } = createFakeHost(start.clone())
    await dissolve(tenant, host, { purge: true })
    expect(world.snapshot()).toEqual(start.snapshot())
  })
})

const addRole = ({ state }: World, comment: string | undefined): void => {
  state.roles.set('shop', {
    login: true,
    superuser: false,
    createRole: false,
    createDatabase: false,
    connectionLimit: -1,
    comment,
    memberOf: new Set(),
    administered: true,
  })
}
