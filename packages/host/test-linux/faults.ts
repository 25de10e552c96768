import assert from 'node:assert/strict'
import { setTimeout as delay } from 'node:timers/promises'
import { PilotError } from '@pilot/contract'
import { execa } from 'execa'
import type { Suite } from '../src/contract-tests/index.ts'
import { reservedName } from '../src/contract-tests/suite.ts'
import type { Host } from '../src/ports/host.ts'
import { bySql } from './by-sql.ts'

/** Services die under one Host object: it names them, and goes on when they are back. */
export const describeFaults = (
  { describe, it }: Suite,
  { systemd, postgres, caddy, accounts }: Host,
): void => {
  describe('D-Bus', () => {
    it('killed in the middle of a call: service-down at once, and the next call works', async () => {
      await execa('systemctl', ['reset-failed', 'dbus.service'])
      await slowUnit()
      const starting = systemd.start('pilot-contract-slow.service')
      await Promise.all([assert.rejects(starting, isDown('dbus')), kill('dbus.service')])
      assert.equal((await systemd.inspect('caddy.service')).active, 'active')
      await systemd.stop('pilot-contract-slow.service')
    })

    it('restarted: the next calls work', async () => {
      await execa('systemctl', ['restart', 'dbus.service'])
      assert.ok((await systemd.list(['*.service'])).length > 5)
      await systemd.restart('caddy.service')
    })

    it('stopped: service-down, and all is well when it is back', async () => {
      await execa('systemctl', ['stop', 'dbus.socket', 'dbus.service'])
      try {
        await assert.rejects(systemd.inspect('caddy.service'), isDown('dbus'))
        await assert.rejects(accounts.setLingering(reservedName('nobody'), true), isDown('dbus'))
      } finally {
        await execa('systemctl', ['start', 'dbus.socket', 'dbus.service'])
      }
      assert.equal((await systemd.inspect('caddy.service')).active, 'active')
    })

    it('restarted while units are watched: everything is told anew', async () => {
      const stop = new AbortController()
      let told = 0
      for await (const change of systemd.watch(
        'caddy.service',
        AbortSignal.any([stop.signal, AbortSignal.timeout(20_000)]),
      )) {
        told += 1
        assert.equal(change.name, 'caddy.service')
        if (told === 1) await kill('dbus.service')
        else stop.abort()
      }
      assert.equal(told, 2)
    })
  })

  describe('PostgreSQL', () => {
    it('stopped: service-down, and the same Host works when it is back', async () => {
      await postgres.version()
      // Debian's postgresql.service is an umbrella; the server itself is postgresql@17-main.service or the like.
      const [server] = await systemd.list(['postgresql@*.service'])
      assert.ok(server)
      await systemd.stop(server.name)
      try {
        await assert.rejects(postgres.version(), isDown('postgresql'))
      } finally {
        await systemd.start(server.name)
      }
      assert.equal((await postgres.findRole('pilot'))?.login, true)
    })

    it('killing a backend at work: service-down, and the process lives', async () => {
      const sleeping = assert.rejects(postgres.execute(bySql('SELECT pg_sleep(30)')), isDown('postgresql'))
      await delay(300)
      await endBackends()
      await sleeping
      assert.match(await postgres.version(), /^\d/)
    })

    it('killing the backend of a session: service-down at its next statement, and the next session works', async () => {
      await postgres.session(async ({ execute }) => {
        await execute(bySql('SELECT 1'))
        await endBackends()
        await assert.rejects(execute(bySql('SELECT 1')), isDown('postgresql'))
        await assert.rejects(execute(bySql('SELECT 1')), isDown('postgresql'))
      })
      await postgres.session(({ execute }) => execute(bySql('SELECT 1')))
    })
  })

  describe('Caddy', () => {
    it('stopped: service-down, and the same Host works when it is back', async () => {
      await execa('systemctl', ['stop', 'caddy.service'])
      await assert.rejects(caddy.get('/config/'), isDown('caddy'))
      await assert.rejects(caddy.put('/config/apps/x', {}), isDown('caddy'))
      await execa('systemctl', ['start', 'caddy.service'])
      assert.ok(await caddy.get('/config/apps'))
    })
  })
}

const endBackends = async (): Promise<void> => {
  const end = "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE usename = 'pilot'"
  await execa('runuser', ['-u', 'postgres', '--', 'psql', '-c', end], { cwd: '/' })
}

/** A unit whose start takes long, so that a fault hits the wait for its job. */
const slowUnit = async (): Promise<void> => {
  const text = '[Service]\nType=oneshot\nExecStart=/bin/sleep 15\n'
  await execa('tee', ['/run/systemd/system/pilot-contract-slow.service'], { input: text })
}

const kill = async (unit: string): Promise<void> => {
  await delay(300)
  const { stdout } = await execa('systemctl', ['show', '--value', '--property=MainPID', unit])
  process.kill(Number(stdout), 'SIGKILL')
}

const isDown =
  (service: string) =>
  (error: unknown): boolean => {
    assert.ok(error instanceof PilotError, String(error))
    return error.problem.code === 'service-down' && error.problem.service === service
  }
