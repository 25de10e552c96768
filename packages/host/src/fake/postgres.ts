import type { Postgres } from '../ports/postgres.ts'
import { perform } from './statements.ts'
import type { World } from './world.ts'

/** PostgreSQL 17 as role `pilot` sees it. Each statement is a call of its own, after which a test may crash. */
export const fakePostgres = (world: World): Postgres => {
  const execute: Postgres['execute'] = async (statement) => {
    world.need('postgresql')
    perform(world.state, statement)
    world.wrote('postgres', 'execute', statement)
  }
  return {
    ...reads(world),
    execute,
    session: async (use) => {
      world.need('postgresql')
      return use({ execute })
    },
  }
}

const reads = (world: World): Omit<Postgres, 'execute' | 'session'> => ({
  findRole: async (name) => {
    world.need('postgresql')
    const role = world.state.roles.get(name)
    if (role === undefined) return undefined
    const { login, superuser, createRole, createDatabase, connectionLimit, comment, memberOf } = role
    return {
      name,
      login,
      superuser,
      createRole,
      createDatabase,
      connectionLimit,
      comment,
      memberOf: [...memberOf].sort(),
    }
  },
  findDatabase: async (name) => {
    world.need('postgresql')
    const database = world.state.databases.get(name)
    if (database === undefined) return undefined
    const { owner, allowsConnections, publicConnect, isTemplate = false } = database
    return {
      name,
      owner,
      ownerComment: world.state.roles.get(owner)?.comment,
      isBorrowed: world.state.roles.get('pilot')?.memberOf.has(owner) ?? false,
      isTemplate,
      allowsConnections,
      publicConnect,
    }
  },
  databaseBytes: async (name) => {
    world.need('postgresql')
    return world.state.databases.get(name)?.bytes
  },
  version: async () => {
    world.need('postgresql')
    return '17.5'
  },
  authenticationRules: async () => {
    world.need('postgresql')
    return world.state.authenticationRules
  },
})
