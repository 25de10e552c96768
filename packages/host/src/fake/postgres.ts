import type { Postgres } from '../ports/postgres.ts'
import { databaseError, Reader } from './sql.ts'
import type { DatabaseEntry, RoleEntry } from './state.ts'
import type { World } from './world.ts'

/** PostgreSQL 17 as role `pilot` sees it (LOGIN CREATEROLE CREATEDB, no superuser), with its own refusals. */
export const fakePostgres = (world: World): Postgres => {
  const execute = async (statement: string): Promise<void> => {
    world.need('postgresql')
    run(world, statement)
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

/** A DO block is one transaction: what `begin ... end` holds, statement by statement, or nothing. */
const run = (world: World, statement: string): void => {
  const block = /^DO \$(\w*)\$ BEGIN (.*);? END \$\1\$$/s.exec(statement)?.[2]
  if (block === undefined) {
    runOne(world, statement)
    return
  }
  const { roles, databases } = structuredClone({ roles: world.state.roles, databases: world.state.databases })
  try {
    for (const part of block.split(';').filter((text) => text.trim() !== '')) runOne(world, part)
  } catch (error) {
    Object.assign(world.state, { roles, databases })
    throw error
  }
}

const runOne = (world: World, statement: string): void => {
  const reader = new Reader(statement)
  const form = forms.find(([words]) => reader.accept(...words))
  if (form === undefined) throw reader.unexpected()
  form[1](world, reader)
  if (!reader.done) throw reader.unexpected()
}

const createRole = (world: World, reader: Reader): void => {
  const name = reader.name()
  if (world.state.roles.has(name)) throw databaseError('42710', `role "${name}" already exists`)
  const role: RoleEntry = { ...newRole, memberOf: new Set() }
  readRoleOptions(world, reader, role)
  world.state.roles.set(name, role)
}

const alterRole = (world: World, reader: Reader): void => {
  const name = reader.name()
  const role = administeredRole(world, name)
  if (!reader.accept('RENAME', 'TO')) {
    readRoleOptions(world, reader, role)
    return
  }
  const next = reader.name()
  if (world.state.roles.has(next)) throw databaseError('42710', `role "${next}" already exists`)
  world.state.roles.delete(name)
  world.state.roles.set(next, role)
}

const dropRole = (world: World, reader: Reader): void => {
  const ifExists = reader.accept('IF', 'EXISTS')
  const name = reader.name()
  if (ifExists && !world.state.roles.has(name)) return
  if (administeredRole(world, name).rightElsewhere)
    throw databaseError('2BP01', `role "${name}" cannot be dropped because some objects depend on it`)
  for (const [database, { owner }] of world.state.databases)
    if (owner === name)
      throw databaseError('2BP01', `role "${name}" cannot be dropped: owner of database ${database}`)
  world.state.roles.delete(name)
  for (const role of world.state.roles.values()) role.memberOf.delete(name)
}

const commentOnRole = (world: World, reader: Reader): void => {
  const role = administeredRole(world, reader.name())
  reader.expect('IS')
  role.comment = reader.accept('NULL') ? undefined : reader.text()
}

const createDatabase = (world: World, reader: Reader): void => {
  const name = reader.name()
  const database: DatabaseEntry = {
    owner: 'pilot',
    allowsConnections: true,
    publicConnect: true,
    bytes: 7_500_000,
  }
  readDatabaseOptions(reader, database)
  findRole(world, database.owner)
  if (!pilotActsAs(world, database.owner))
    throw databaseError('42501', `must be able to SET ROLE "${database.owner}"`)
  if (world.state.databases.has(name)) throw databaseError('42P04', `database "${name}" already exists`)
  world.state.databases.set(name, database)
}

const alterDatabase = (world: World, reader: Reader): void => {
  const name = reader.name()
  const database = ownedDatabase(world, name)
  if (database.isInvalid) throw databaseError('55000', `cannot alter invalid database "${name}"`)
  if (reader.accept('OWNER', 'TO')) {
    const owner = reader.name()
    findRole(world, owner)
    if (!pilotActsAs(world, owner)) throw databaseError('42501', `must be able to SET ROLE "${owner}"`)
    database.owner = owner
  } else readDatabaseOptions(reader, database)
}

const dropDatabase = (world: World, reader: Reader): void => {
  const ifExists = reader.accept('IF', 'EXISTS')
  const name = reader.name()
  if (reader.accept('WITH')) reader.expect('(', 'FORCE', ')')
  if (ifExists && !world.state.databases.has(name)) return
  if (ownedDatabase(world, name).isTemplate) throw databaseError('42809', 'cannot drop a template database')
  world.state.databases.delete(name)
}

/** GRANT and REVOKE: of CONNECT on a database, or of membership in roles. */
const grant = (world: World, reader: Reader): void => changePrivilege(world, reader, 'TO')
const revoke = (world: World, reader: Reader): void => changePrivilege(world, reader, 'FROM')

const changePrivilege = (world: World, reader: Reader, direction: 'TO' | 'FROM'): void => {
  const subjects = reader.names()
  reader.accept('PRIVILEGES')
  if (!reader.accept('ON', 'DATABASE')) {
    changeMembership(world, reader, direction, subjects)
    return
  }
  const database = findDatabase(world, reader.name())
  reader.expect(direction)
  const isPublic = reader.accept('PUBLIC')
  if (!isPublic) findRole(world, reader.name())
  const touchesConnect = subjects.includes('all') || subjects.includes('connect')
  // Who does not own the database gets a warning, and nothing is changed.
  if (isPublic && touchesConnect && pilotActsAs(world, database.owner))
    database.publicConnect = direction === 'TO'
}

const changeMembership = (
  world: World,
  reader: Reader,
  direction: 'TO' | 'FROM',
  roles: readonly string[],
): void => {
  reader.expect(direction)
  const members = reader.names()
  while (reader.accept('WITH') || reader.accept(',')) {
    reader.text()
    if (!reader.accept('OPTION') && !reader.accept('TRUE')) reader.expect('FALSE')
  }
  for (const role of roles) {
    administeredRole(world, role)
    for (const member of members) {
      const { memberOf } = findRole(world, member)
      if (direction === 'TO') memberOf.add(role)
      else memberOf.delete(role)
    }
  }
}

const forms: readonly (readonly [readonly string[], (world: World, reader: Reader) => void])[] = [
  [['CREATE', 'ROLE'], createRole],
  [['ALTER', 'ROLE'], alterRole],
  [['DROP', 'ROLE'], dropRole],
  [['COMMENT', 'ON', 'ROLE'], commentOnRole],
  [['CREATE', 'DATABASE'], createDatabase],
  [['ALTER', 'DATABASE'], alterDatabase],
  [['DROP', 'DATABASE'], dropDatabase],
  [['GRANT'], grant],
  [['REVOKE'], revoke],
]

const readRoleOptions = (world: World, reader: Reader, role: RoleEntry): void => {
  reader.accept('WITH')
  while (!reader.done) {
    if (reader.accept('CONNECTION', 'LIMIT')) role.connectionLimit = Number(reader.text())
    else if (reader.accept('IN', 'ROLE'))
      for (const group of reader.names()) {
        administeredRole(world, group)
        role.memberOf.add(group)
      }
    else {
      const flag = reader.text().toUpperCase()
      const field = roleFlags[flag.replace(/^NO/, '')]
      if (field === 'superuser' && !flag.startsWith('NO'))
        throw databaseError('42501', 'only superusers may give the SUPERUSER attribute')
      if (field === undefined) throw databaseError('42601', `syntax error at or near "${flag}"`)
      if (field !== null) role[field] = !flag.startsWith('NO')
    }
  }
}

const roleFlags: Record<string, 'login' | 'superuser' | 'createRole' | 'createDatabase' | null> = {
  LOGIN: 'login',
  SUPERUSER: 'superuser',
  CREATEROLE: 'createRole',
  CREATEDB: 'createDatabase',
  INHERIT: null,
  REPLICATION: null,
  BYPASSRLS: null,
}

const readDatabaseOptions = (reader: Reader, database: DatabaseEntry): void => {
  reader.accept('WITH')
  while (!reader.done) {
    const option = reader.accept('CONNECTION', 'LIMIT') ? 'CONNECTION LIMIT' : reader.text().toUpperCase()
    reader.accept('=')
    if (option === 'OWNER') database.owner = reader.name()
    else if (option === 'ALLOW_CONNECTIONS')
      database.allowsConnections = reader.text().toUpperCase() === 'TRUE'
    else if (option === 'IS_TEMPLATE') {
      if (reader.text().toUpperCase() === 'TRUE') database.isTemplate = true
      else delete database.isTemplate
    } else if (['TEMPLATE', 'STRATEGY', 'ENCODING', 'LOCALE', 'CONNECTION LIMIT'].includes(option))
      reader.text()
    else throw databaseError('42601', `syntax error at or near "${option}"`)
  }
}

const findRole = (world: World, name: string): RoleEntry => {
  const role = world.state.roles.get(name)
  if (role === undefined) throw databaseError('42704', `role "${name}" does not exist`)
  return role
}

/** Since PostgreSQL 16, CREATEROLE reaches only roles with ADMIN OPTION: those that `pilot` made itself. */
const administeredRole = (world: World, name: string): RoleEntry => {
  const role = findRole(world, name)
  if (!role.administered) throw databaseError('42501', `permission denied: no ADMIN option on role "${name}"`)
  return role
}

const findDatabase = (world: World, name: string): DatabaseEntry => {
  const database = world.state.databases.get(name)
  if (database === undefined) throw databaseError('3D000', `database "${name}" does not exist`)
  return database
}

const ownedDatabase = (world: World, name: string): DatabaseEntry => {
  const database = findDatabase(world, name)
  if (!pilotActsAs(world, database.owner)) throw databaseError('42501', `must be owner of database ${name}`)
  return database
}

const pilotActsAs = (world: World, role: string): boolean =>
  role === 'pilot' || (world.state.roles.get('pilot')?.memberOf.has(role) ?? false)

const newRole: RoleEntry = {
  login: false,
  superuser: false,
  createRole: false,
  createDatabase: false,
  connectionLimit: -1,
  comment: undefined,
  memberOf: new Set(),
  administered: true,
}
