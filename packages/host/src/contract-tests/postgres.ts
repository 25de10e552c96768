import assert from 'node:assert/strict'
import type { Contract } from './suite.ts'

const name = 'pilot-contract'
const other = 'pilot-contract"2'

/** Needs the roles `pilot` (LOGIN CREATEROLE CREATEDB) and `pilot_tenants`, `pilot` with ADMIN OPTION on it. */
export const postgresContract: Contract = ({ describe, it }, { postgres }) => {
  const execute = (statement: string): Promise<void> => postgres.execute(statement)
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
      await execute(`CREATE ROLE "${name}" NOLOGIN CONNECTION LIMIT 7`)
      await execute(`COMMENT ON ROLE "${name}" IS 'Pilot''s'`)
      await execute(`GRANT "pilot_tenants" TO "${name}"`)
      await execute(`ALTER ROLE "${name}" LOGIN`)
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

    it('refuses a role that exists with 42710', async () => {
      await assert.rejects(execute(`CREATE ROLE "${name}"`), { code: '42710' })
    })

    it('refuses a database for an owner that pilot is no member of', async () => {
      await assert.rejects(execute(`CREATE DATABASE "${name}" OWNER "${name}"`), { code: '42501' })
    })

    it('makes a closed database and opens it for its owner alone', async () => {
      await execute(`GRANT "${name}" TO "pilot"`)
      assert.equal((await postgres.findRole('pilot'))?.memberOf.includes(name), true)
      await execute(`CREATE DATABASE "${name}" OWNER "${name}" ALLOW_CONNECTIONS false`)
      const fresh = await postgres.findDatabase(name)
      assert.deepEqual([fresh?.owner, fresh?.allowsConnections, fresh?.publicConnect], [name, false, true])
      await execute(`REVOKE ALL ON DATABASE "${name}" FROM PUBLIC`)
      await execute(`ALTER DATABASE "${name}" ALLOW_CONNECTIONS true`)
      const found = await postgres.findDatabase(name)
      assert.deepEqual([found?.allowsConnections, found?.publicConnect], [true, false])
      assert.ok(((await postgres.databaseBytes(name)) ?? 0) > 1_000_000)
    })

    it('tells of a database what its owner bears, and whether pilot has the rights of that role', async () => {
      const borrowed = await postgres.findDatabase(name)
      assert.deepEqual([borrowed?.ownerComment, borrowed?.isBorrowed], ["Pilot's", true])
      await execute(`REVOKE "${name}" FROM "pilot"`)
      assert.equal((await postgres.findDatabase(name))?.isBorrowed, false)
      await execute(`GRANT "${name}" TO "pilot"`)
      assert.equal((await postgres.findDatabase('postgres'))?.ownerComment, undefined)
      assert.equal((await postgres.findDatabase('template1'))?.isTemplate, true)
    })

    it('refuses a database that exists with 42P04, and to drop the role that owns it with 2BP01', async () => {
      await assert.rejects(execute(`CREATE DATABASE "${name}" OWNER "${name}"`), { code: '42P04' })
      await assert.rejects(execute(`DROP ROLE "${name}"`), { code: '2BP01' })
    })

    it('refuses to drop a database of a role that pilot is no member of any more', async () => {
      await execute(`REVOKE "${name}" FROM "pilot"`)
      await assert.rejects(execute(`DROP DATABASE "${name}"`), { code: '42501' })
    })

    it('refuses unknown roles and databases with 42704 and 3D000', async () => {
      await assert.rejects(execute('ALTER ROLE "pilot-contract-none" LOGIN'), { code: '42704' })
      await assert.rejects(execute('ALTER DATABASE "pilot-contract-none" ALLOW_CONNECTIONS true'), {
        code: '3D000',
      })
    })

    it('drops database and role', async () => {
      await execute(`GRANT "${name}" TO "pilot"`)
      await execute(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`)
      await execute(`DROP ROLE "${name}"`)
      await execute(`DROP ROLE IF EXISTS "${name}"`)
      assert.equal(await postgres.findDatabase(name), undefined)
      assert.equal(await postgres.findRole(name), undefined)
    })

    it('runs the statements of a session in order, and passes on what is refused and what it answers', async () => {
      const seen = await postgres.session(async (session) => {
        await session.execute(`CREATE ROLE "${name}"`)
        await session.execute(`GRANT "${name}" TO "pilot"`)
        await assert.rejects(session.execute(`CREATE ROLE "${name}"`), { code: '42710' })
        await session.execute(`CREATE DATABASE "${name}" OWNER "${name}" ALLOW_CONNECTIONS false`)
        await session.execute(`DROP DATABASE "${name}"`)
        return 'its answer'
      })
      assert.equal(seen, 'its answer')
      await assert.rejects(
        postgres.session(() => Promise.reject(new Error('of its own'))),
        /of its own/,
      )
      await postgres.session(({ execute: executeThere }) => executeThere(`DROP ROLE "${name}"`))
      assert.equal(await postgres.findRole(name), undefined)
    })

    it('keeps quotes within names', async () => {
      await execute('CREATE ROLE "pilot-contract""2"')
      assert.equal((await postgres.findRole(other))?.name, other)
      await execute('DROP ROLE "pilot-contract""2"')
    })
  })
}
