import assert from 'node:assert/strict'
import type { Statement } from '../ports/postgres.ts'
import { statementsFor } from './statements.ts'
import { reservedName } from './suite.ts'
import type { Contract } from './suite.ts'

const name = reservedName('pilot-contract')
const other = reservedName('pilot-contract"2')

const own = statementsFor(name)
const none = statementsFor(reservedName('pilot-contract-none'))

/** Needs the roles `pilot` (LOGIN CREATEROLE CREATEDB) and `pilot_tenants`, `pilot` with ADMIN OPTION on it. */
export const postgresContract: Contract = ({ describe, it }, { postgres }) => {
  const execute = (statement: Statement): Promise<void> => postgres.execute(statement)
  describe('postgres', () => {
    it('answers undefined for what does not exist', async () => {
      assert.equal(await postgres.findRole(name), undefined)
      assert.equal(await postgres.findDatabase(name), undefined)
      assert.equal(await postgres.databaseBytes(name), undefined)
    })

    it('tells its version and its rules in order', async () => {
      assert.match(await postgres.version(), /^\d+\.\d+/)
      const [first] = await postgres.authenticationRules()
      assert.deepEqual(first, {
        type: 'local',
        databases: ['all'],
        users: ['pilot'],
        method: 'peer',
        options: ['map=pilot'],
        error: undefined,
      })
    })

    it('makes a role and tells all about it', async () => {
      await execute(own.createRole)
      assert.deepEqual(await postgres.findRole(name), {
        name,
        login: true,
        superuser: false,
        createRole: false,
        createDatabase: false,
        connectionLimit: 7,
        comment: "Pilot's",
        memberOf: ['pilot_tenants'],
      })
      assert.deepEqual((await postgres.findRole('pilot'))?.memberOf.includes(name), false)
    })

    it('retires a role, and adopts it again', async () => {
      await execute(own.retireRole)
      assert.equal((await postgres.findRole(name))?.login, false)
      await execute(own.adoptRole)
      await execute(own.grantTenants)
      const { login, connectionLimit, memberOf } = (await postgres.findRole(name)) ?? {}
      assert.deepEqual([login, connectionLimit, memberOf], [true, 7, ['pilot_tenants']])
    })

    it('refuses a role that exists with 42710', async () => {
      await assert.rejects(execute(own.createRole), { code: '42710' })
    })

    it('refuses a database for an owner that pilot is no member of', async () => {
      await assert.rejects(execute(own.createDatabase), { code: '42501' })
    })

    it('makes a closed database and opens it for its owner alone', async () => {
      await execute(own.borrowRole)
      assert.equal((await postgres.findRole('pilot'))?.memberOf.includes(name), true)
      await execute(own.createDatabase)
      const fresh = await postgres.findDatabase(name)
      assert.deepEqual([fresh?.owner, fresh?.allowsConnections, fresh?.publicConnect], [name, false, true])
      await execute(own.openDatabase)
      const found = await postgres.findDatabase(name)
      assert.deepEqual([found?.allowsConnections, found?.publicConnect], [true, false])
      assert.ok(((await postgres.databaseBytes(name)) ?? 0) > 1_000_000)
    })

    it('tells of a database what its owner bears, and whether pilot has the rights of that role', async () => {
      await execute(own.borrowRole)
      const borrowed = await postgres.findDatabase(name)
      assert.deepEqual([borrowed?.ownerComment, borrowed?.isBorrowed], ["Pilot's", true])
      await execute(own.returnRole)
      assert.equal((await postgres.findDatabase(name))?.isBorrowed, false)
      await execute(own.borrowRole)
      assert.equal((await postgres.findDatabase(reservedName('postgres')))?.ownerComment, undefined)
      assert.equal((await postgres.findDatabase(reservedName('template1')))?.isTemplate, true)
    })

    it('refuses a database that exists with 42P04, and to drop the role that owns it with 2BP01', async () => {
      await assert.rejects(execute(own.createDatabase), { code: '42P04' })
      await assert.rejects(execute(own.dropRole), { code: '2BP01' })
    })

    it('refuses to drop a database of a role that pilot is no member of any more', async () => {
      await execute(own.returnRole)
      await assert.rejects(execute(own.dropDatabase), { code: '42501' })
    })

    it('refuses to open or alter a database of a role that pilot is no member of, and finishes it all the same', async () => {
      await assert.rejects(execute(own.openDatabase), { code: '42501' })
      await assert.rejects(execute(own.unmakeTemplate), { code: '42501' })
      await execute(own.finishDatabase)
      const found = await postgres.findDatabase(name)
      assert.deepEqual(
        [found?.allowsConnections, found?.publicConnect, found?.isBorrowed],
        [true, false, false],
      )
    })

    it('refuses unknown roles and databases with 42704 and 3D000', async () => {
      await assert.rejects(execute(none.adoptRole), { code: '42704' })
      await assert.rejects(execute(none.unmakeTemplate), { code: '3D000' })
    })

    it('drops database and role', async () => {
      await execute(own.borrowRole)
      await execute(own.unmakeTemplate)
      await execute(own.dropDatabase)
      await execute(own.dropRole)
      await execute(own.dropRole)
      assert.equal(await postgres.findDatabase(name), undefined)
      assert.equal(await postgres.findRole(name), undefined)
    })

    it('runs the statements of a session in order, and passes on what is refused and what it answers', async () => {
      const seen = await postgres.session(async (session) => {
        await session.execute(own.createRole)
        await session.execute(own.borrowRole)
        await assert.rejects(session.execute(own.createRole), { code: '42710' })
        await session.execute(own.createDatabase)
        await session.execute(own.dropDatabase)
        return 'its answer'
      })
      assert.equal(seen, 'its answer')
      await assert.rejects(
        postgres.session(() => Promise.reject(new Error('of its own'))),
        /of its own/,
      )
      await postgres.session(({ execute: executeThere }) => executeThere(own.dropRole))
      assert.equal(await postgres.findRole(name), undefined)
    })

    it('abandons a role, so that its name is free and nobody can log in by it', async () => {
      await execute(own.createRole)
      await execute(own.abandonRole)
      assert.equal(await postgres.findRole(name), undefined)
      const { login, memberOf } = (await postgres.findRole(own.abandonRole.newName)) ?? {}
      assert.deepEqual([login, memberOf], [false, []])
      await execute(statementsFor(reservedName(own.abandonRole.newName)).dropRole)
      assert.equal(await postgres.findRole(own.abandonRole.newName), undefined)
    })

    it('keeps quotes within names', async () => {
      const { createRole, dropRole } = statementsFor(other)
      await execute(createRole)
      assert.equal((await postgres.findRole(other))?.name, other)
      await execute(dropRole)
    })
  })
}
