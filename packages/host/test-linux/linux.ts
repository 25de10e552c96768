import assert from 'node:assert/strict'
import { once } from 'node:events'
import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { connect, createServer, type Server } from 'node:net'
import { execa } from 'execa'
import type { Suite } from '../src/contract-tests/index.ts'
import { statementsFor } from '../src/contract-tests/statements.ts'
import { reservedName } from '../src/contract-tests/suite.ts'
import type { Host } from '../src/ports/host.ts'
import type { JournalEntry } from '../src/ports/journal.ts'
import { bySql } from './by-sql.ts'

/** What the fake does not claim to do: the journal, processes and the machine itself. */
export const describeLinux = (
  { describe, it }: Suite,
  { accounts, files, journal, machine, postgres, processes }: Host,
): void => {
  describe('sessions of PostgreSQL', () => {
    it('stay on one backend each, however many ask at once', async () => {
      await Promise.all(
        Array.from({ length: 40 }, (_, number) =>
          postgres.session(async ({ execute }) => {
            // A backend knows its own prepared statements alone.
            await execute(bySql(`PREPARE pilot_contract_${number} AS SELECT 1`))
            await execute(bySql(`EXECUTE pilot_contract_${number}`))
            await execute(bySql(`DEALLOCATE pilot_contract_${number}`))
          }),
        ),
      )
    })
  })

  describe('a database that was half dropped', () => {
    it('can be dropped and not altered', async () => {
      const database = reservedName('pilot-contract-half')
      await postgres.execute(bySql(`CREATE DATABASE "${database}"`))
      // What DROP DATABASE leaves where it is interrupted (dropdb in dbcommands.c).
      const half = `UPDATE pg_database SET datconnlimit = -2 WHERE datname = '${database}'`
      await execa('runuser', ['-u', 'postgres', '--', 'psql', '-c', half], { cwd: '/' })
      assert.equal((await postgres.findDatabase(database))?.isTemplate, false)
      const { unmakeTemplate, dropDatabase } = statementsFor(database)
      await assert.rejects(postgres.execute(unmakeTemplate), { code: '55000' })
      await postgres.execute(dropDatabase)
      assert.equal(await postgres.findDatabase(database), undefined)
    })
  })

  describe('journal', () => {
    it('reads what a unit wrote and what systemd says about it', async () => {
      await execa('systemd-run', ['--wait', `--unit=${logging}`, 'printf', 'a\\nb\\377c\\n'])
      const lines = await journal.read({ units: [`${logging}.service`] })
      const own = lines.filter(({ identifier }) => identifier === 'printf')
      assert.deepEqual(
        own.map(({ message }) => message),
        ['a', 'b\ufffdc'],
      )
      assert.ok(
        own.every(
          ({ realtime, priority, unit }) =>
            realtime > 1e15 && priority === 6 && unit === `${logging}.service`,
        ),
      )
      assert.ok(
        lines.some(({ identifier, unit }) => identifier === 'systemd' && unit === `${logging}.service`),
      )
      assert.equal((await journal.read({ units: [`${logging}.service`], lines: 1 })).length, 1)
      assert.deepEqual(await journal.read({ units: ['pilot-contract-none.service'] }), [])
    })

    it('does not take a stranger for the unit that he names', async () => {
      await execa('logger', ['--journald'], { input: `UNIT=${logging}.service\nMESSAGE=forged\n` })
      const lines = await journal.read({ units: [`${logging}.service`] })
      assert.ok(!lines.some(({ message }) => message === 'forged'))
    })

    it('finds text in any case among the newest, and by severity', async () => {
      const unit = `${logging}-search`
      const script = 'for i in 1 2 3; do echo "<3>Bad $i"; echo "<6>good $i"; done'
      await execa('systemd-run', ['--wait', '--description=x', `--unit=${unit}`, 'sh', '-c', script])
      const messages = async (query: object): Promise<string[]> =>
        (await journal.read({ units: [`${unit}.service`], ...query })).map(({ message }) => message)
      assert.deepEqual(await messages({ search: 'BAD', lines: 2 }), ['Bad 2', 'Bad 3'])
      assert.deepEqual(await messages({ search: 'bad' }), ['Bad 1', 'Bad 2', 'Bad 3'])
      assert.deepEqual(await messages({ search: 'd 3', priority: 3 }), ['Bad 3'])
      assert.deepEqual(await messages({ priority: 3 }), ['Bad 1', 'Bad 2', 'Bad 3'])
      assert.deepEqual(await messages({ search: '.*' }), [])
      const stop = new AbortController()
      const followed: string[] = []
      for await (const { message } of journal.follow(
        { units: [`${unit}.service`], search: 'bad', lines: 2 },
        stop.signal,
      )) {
        followed.push(message)
        if (followed.length === 2)
          await execa('systemd-run', ['--wait', '--description=x', `--unit=${unit}`, 'sh', '-c', script])
        if (followed.length === 5) stop.abort()
      }
      assert.deepEqual(followed, ['Bad 2', 'Bad 3', 'Bad 1', 'Bad 2', 'Bad 3'])
    })

    it('follows until aborted', async () => {
      const stop = new AbortController()
      const seen: JournalEntry[] = []
      const following = (async () => {
        for await (const entry of journal.follow(
          { units: ['pilot-contract-follow.service'], since: '-1min' },
          stop.signal,
        )) {
          seen.push(entry)
          if (entry.message === 'here') stop.abort()
        }
      })()
      await execa('systemd-run', ['--wait', '--unit=pilot-contract-follow', 'echo', 'here'])
      await following
      assert.ok(seen.some(({ message }) => message === 'here'))
    })
  })

  describe('processes', () => {
    it('ends all of a uid, also those that ignore SIGTERM', async () => {
      const as = ['--reuid=54321', '--regid=54321', '--clear-groups', '--']
      for (const script of ['sleep 1000', 'trap "" TERM; while :; do sleep 1; done'])
        execa('setpriv', [...as, 'sh', '-c', script], { reject: false, stdio: 'ignore' }).catch(
          () => undefined,
        )
      while ((await processes.ofUid(54321)).length < 2)
        await new Promise((resolve) => setTimeout(resolve, 20))
      await processes.endAllOf(54321)
      assert.deepEqual(await processes.ofUid(54321), [])
      await processes.endAllOf(54321)
      await assert.rejects(processes.endAllOf(0))
    })

    it('ends what an account runs before removing it', async () => {
      await files.write('/etc/sysusers.d/pilot-contract-p.conf', 'u pilot-contract-p 54322 "x" / -\n', {
        mode: 0o644,
        uid: 0,
        gid: 0,
      })
      await accounts.applySysusers(['/etc/sysusers.d/pilot-contract-p.conf'])
      execa('setpriv', ['--reuid=54322', '--clear-groups', '--regid=54322', '--', 'sleep', '1000'], {
        reject: false,
      }).catch(() => undefined)
      while ((await processes.ofUid(54322)).length < 1)
        await new Promise((resolve) => setTimeout(resolve, 20))
      await accounts.remove(reservedName('pilot-contract-p'))
      assert.equal(await accounts.find('pilot-contract-p'), undefined)
      await files.remove('/etc/sysusers.d/pilot-contract-p.conf')
    })
  })

  describe('connections', () => {
    it('are counted apart while they wait for a process to take them', async () => {
      const path = '/run/pilot-contract-queue.sock'
      // A program that is stopped by a signal takes nothing.
      const listener = execa(process.execPath, [
        '-e',
        `require('node:net').createServer().listen('${path}', () => process.kill(process.pid, 'SIGSTOP'))`,
      ])
      listener.catch(() => undefined)
      while ((await files.inspect(path)) === undefined)
        await new Promise((resolve) => setTimeout(resolve, 20))
      const clients = [connect(path), connect(path)]
      await Promise.all(clients.map((client) => once(client, 'connect')))
      assert.equal(await processes.unixQueue(path), 2)
      assert.equal(await processes.unixConnections(path), 0)
      listener.kill('SIGCONT')
      while ((await processes.unixQueue(path)) > 0) await new Promise((resolve) => setTimeout(resolve, 20))
      assert.equal(await processes.unixConnections(path), 2)
      for (const client of clients) client.destroy()
      listener.kill('SIGKILL')
      await files.remove(path)
    })

    it('are counted where a process has taken them, and no longer when they are closed', async () => {
      const path = '/run/pilot-contract-connections.sock'
      const server = createServer().listen(path)
      await once(server, 'listening')
      assert.equal(await processes.unixConnections(path), 0)
      const clients = [connect(path), connect(path)]
      await Promise.all([...clients.map((client) => once(client, 'connect')), acceptedBy(server, 2)])
      assert.equal(await processes.unixConnections(path), 2)
      for (const client of clients) client.destroy()
      while ((await processes.unixConnections(path)) > 0)
        await new Promise((resolve) => setTimeout(resolve, 20))
      server.close()
    })
  })

  describe('machine', () => {
    it('tells its facts', async () => {
      assert.match((await machine.which('systemctl')) ?? '', /\/systemctl$/)
      assert.equal(await machine.which('pilot-contract-none'), undefined)
      assert.match(await machine.kernel(), /^\d+\.\d+/)
      assert.ok(Array.isArray(await machine.cgroupControllers()))
      assert.ok((await machine.cgroupMountOptions()).length > 1)
      assert.equal(await machine.tcpListens(5432), true)
      assert.equal(await machine.tcpListens(58124), false)
    })
  })

  describe('files next to a hostile tenant', () => {
    it('leave foreign files alone where a tree is full of symlinks', async () => {
      await mkdir('/run/pilot-contract-h/deep/er', { recursive: true })
      await writeFile('/run/pilot-contract-victim', 'safe')
      await symlink('/run/pilot-contract-victim', '/run/pilot-contract-h/deep/link')
      await symlink('/etc', '/run/pilot-contract-h/deep/er/etc')
      await writeFile('/run/pilot-contract-h/-rf', '')
      await files.chownTree('/run/pilot-contract-h', 54321, 54321)
      assert.equal((await files.inspect('/run/pilot-contract-h/-rf'))?.uid, 54321)
      assert.equal((await files.inspect('/run/pilot-contract-victim'))?.uid, 0)
      assert.equal((await files.inspect('/etc/passwd'))?.uid, 0)
      await files.removeTree('/run/pilot-contract-h')
      assert.equal(await files.read('/run/pilot-contract-victim'), 'safe')
      assert.ok(await files.read('/etc/passwd'))
      await files.remove('/run/pilot-contract-victim')
    })

    it('are not held up by a FIFO', async () => {
      await execa('mkfifo', ['/run/pilot-contract-fifo'])
      assert.equal(await files.read('/run/pilot-contract-fifo').catch((error: unknown) => String(error)), '')
      await files.remove('/run/pilot-contract-fifo')
    })
  })
}

const acceptedBy = async (server: Server, count: number): Promise<void> => {
  for (let taken = 0; taken < count; taken += 1) await once(server, 'connection')
}

/** The journal keeps what earlier runs wrote. */
const logging = `pilot-contract-${process.pid}-${Date.now()}`
