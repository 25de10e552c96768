import { createFakeHost } from '@pilot/host/fake'
import type { Host, Postgres, PostgresSession } from '@pilot/host/ports'
import { expect, test } from 'vitest'
import { converge, dissolve } from '../src/index.ts'
import { tenantOf } from './worlds.ts'

// Of 2,000 tenants made at once, two failed with "must be able to SET ROLE": GRANT and CREATE DATABASE had gone to two
// backends, of which the second took in the news of the grant while it was building its list of memberships, and kept
// the list as it was without it (roles_is_member_of in PostgreSQL's src/backend/utils/adt/acl.c).
test('a database is made, finished and dropped by backends that learn of no GRANT but their own', async () => {
  const { host, world } = createFakeHost()
  const forgetful: Host = { ...host, postgres: withForgetfulBackends(host.postgres) }
  const tenant = tenantOf()

  await converge(tenant, forgetful)
  expect(world.state.databases.get('shop')).toMatchObject({ owner: 'shop', allowsConnections: true })

  Object.assign(world.state.databases.get('shop') ?? {}, { publicConnect: true })
  expect(world.state.databases.get('shop')).toMatchObject({ publicConnect: true })
  await converge(tenant, forgetful)
  expect(world.state.databases.get('shop')).toMatchObject({ publicConnect: false })

  await dissolve(tenant, forgetful, { purge: true })
  expect(world.state.databases.has('shop')).toBe(false)
})

/** Every statement by a new backend, but those of a session. */
const withForgetfulBackends = (postgres: Postgres): Postgres => ({
  ...postgres,
  findRole: (name) => postgres.findRole(name),
  findDatabase: (name) => postgres.findDatabase(name),
  execute: (statement) => backend(postgres).execute(statement),
  session: (use) => postgres.session((session) => use(backend(session))),
})

const backend = ({ execute }: PostgresSession): PostgresSession => {
  let knowsGrant = false
  return {
    execute: async (statement) => {
      if (/GRANT "shop" TO pilot/.test(statement.sql)) knowsGrant = true
      if (/DATABASE/.test(statement.sql) && !knowsGrant) throw new Error('must be able to SET ROLE "shop"')
      await execute(statement)
    },
  }
}
