import type { Statement } from '../ports/postgres.ts'
import type { DatabaseEntry, RoleEntry, State } from './state.ts'

/**
 * Does what a statement says, or refuses as PostgreSQL 17 refuses `pilot` (LOGIN CREATEROLE CREATEDB, no superuser).
 * Every refusal comes before the first change.
 */
export const perform = (state: State, statement: Statement): void => {
  const { verb, name } = statement
  switch (verb) {
    case 'create-role':
      createRole(state, statement)
      return
    case 'adopt-role':
      Object.assign(administeredRole(state, name), {
        login: true,
        connectionLimit: statement.connectionLimit,
      })
      return
    case 'grant-tenants':
      administeredRole(state, tenantsRole)
      findRole(state, name).memberOf.add(tenantsRole)
      return
    case 'retire-role':
      administeredRole(state, name).login = false
      return
    case 'abandon-role':
      abandonRole(state, statement)
      return
    case 'drop-role':
      dropRole(state, name)
      return
    case 'borrow-role':
      administeredRole(state, name)
      findRole(state, 'pilot').memberOf.add(name)
      return
    case 'return-role':
      administeredRole(state, name)
      findRole(state, 'pilot').memberOf.delete(name)
      return
    case 'create-database':
      createDatabase(state, name)
      return
    case 'open-database':
      openDatabase(state, name, ownedDatabase(state, name))
      return
    case 'finish-database':
      openDatabase(state, name, borrowedDatabase(state, name))
      return
    case 'unmake-template':
      delete validDatabase(ownedDatabase(state, name), name).isTemplate
      return
    case 'drop-database':
      dropDatabase(state, name)
      return
    default:
      verb satisfies never
  }
}

const tenantsRole = 'pilot_tenants'

const createRole = (
  state: State,
  { name, mark, connectionLimit }: Extract<Statement, { verb: 'create-role' }>,
): void => {
  refuseTakenRole(state, name)
  administeredRole(state, tenantsRole)
  state.roles.set(name, {
    login: true,
    superuser: false,
    createRole: false,
    createDatabase: false,
    connectionLimit,
    comment: mark,
    memberOf: new Set([tenantsRole]),
    administered: true,
  })
}

const abandonRole = (state: State, { name, newName }: Extract<Statement, { verb: 'abandon-role' }>): void => {
  const role = administeredRole(state, name)
  administeredRole(state, tenantsRole)
  refuseTakenRole(state, newName)
  role.login = false
  role.memberOf.delete(tenantsRole)
  state.roles.delete(name)
  state.roles.set(newName, role)
}

const dropRole = (state: State, name: string): void => {
  if (!state.roles.has(name)) return
  if (administeredRole(state, name).rightElsewhere)
    throw refusal('2BP01', `role "${name}" cannot be dropped because some objects depend on it`)
  for (const [database, { owner }] of state.databases)
    if (owner === name)
      throw refusal('2BP01', `role "${name}" cannot be dropped: owner of database ${database}`)
  state.roles.delete(name)
  for (const role of state.roles.values()) role.memberOf.delete(name)
}

const createDatabase = (state: State, name: string): void => {
  findRole(state, name)
  if (!pilotActsAs(state, name)) throw refusal('42501', `must be able to SET ROLE "${name}"`)
  if (state.databases.has(name)) throw refusal('42P04', `database "${name}" already exists`)
  state.databases.set(name, { owner: name, allowsConnections: false, publicConnect: true, bytes: 7_500_000 })
}

const openDatabase = (state: State, name: string, database: DatabaseEntry): void => {
  validDatabase(database, name)
  administeredRole(state, name)
  Object.assign(database, { publicConnect: false, allowsConnections: true })
  findRole(state, 'pilot').memberOf.delete(name)
}

const dropDatabase = (state: State, name: string): void => {
  if (!state.databases.has(name)) return
  if (ownedDatabase(state, name).isTemplate) throw refusal('42809', 'cannot drop a template database')
  state.databases.delete(name)
}

const findRole = (state: State, name: string): RoleEntry => {
  const role = state.roles.get(name)
  if (role === undefined) throw refusal('42704', `role "${name}" does not exist`)
  return role
}

const refuseTakenRole = (state: State, name: string): void => {
  if (state.roles.has(name)) throw refusal('42710', `role "${name}" already exists`)
}

/** Since PostgreSQL 16, CREATEROLE reaches only roles with ADMIN OPTION: those that `pilot` made itself. */
const administeredRole = (state: State, name: string): RoleEntry => {
  const role = findRole(state, name)
  if (!role.administered) throw refusal('42501', `permission denied: no ADMIN option on role "${name}"`)
  return role
}

const findDatabase = (state: State, name: string): DatabaseEntry => {
  const database = state.databases.get(name)
  if (database === undefined) throw refusal('3D000', `database "${name}" does not exist`)
  return database
}

const ownedDatabase = (state: State, name: string): DatabaseEntry => {
  const database = findDatabase(state, name)
  if (!pilotActsAs(state, database.owner)) throw refusal('42501', `must be owner of database ${name}`)
  return database
}

/** Whose owner is `pilot`, or will be what `pilot` is a member of once it has borrowed the role of this name. */
const borrowedDatabase = (state: State, name: string): DatabaseEntry => {
  const database = findDatabase(state, name)
  return database.owner === name ? database : ownedDatabase(state, name)
}

const validDatabase = (database: DatabaseEntry, name: string): DatabaseEntry => {
  if (database.isInvalid) throw refusal('55000', `cannot alter invalid database "${name}"`)
  return database
}

const pilotActsAs = (state: State, role: string): boolean =>
  role === 'pilot' || (state.roles.get('pilot')?.memberOf.has(role) ?? false)

/** An error as `pg` throws it: with SQLSTATE in `code`. */
const refusal = (code: string, message: string): Error => Object.assign(new Error(message), { code })
