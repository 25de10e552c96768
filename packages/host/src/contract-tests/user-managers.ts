import assert from 'node:assert/strict'
import { PilotError, type TenantName } from '@pilot/contract'
import type { Account } from '../ports/accounts.ts'
import { UnitFailed } from '../ports/systemd.ts'
import { reservedName, rootDirectory, rootFile } from './suite.ts'
import type { Contract } from './suite.ts'

const name = reservedName('pilot-contract-u')
const uid = 0x6ffe_fff1
const home = '/run/pilot-contract-u'
const sysusers = '/etc/sysusers.d/pilot-contract-u.conf'
const units = `${home}/.config/systemd/user`

export const userManagersContract: Contract = ({ describe, it }, { userManagers, accounts, files }) => {
  const findAccount = async (): Promise<Account<TenantName>> => {
    const account = await accounts.find(name)
    assert.ok(account)
    return account
  }

  describe('user managers', () => {
    it('are down for an account that does not linger', async () => {
      await files.write(sysusers, `u ${name} ${uid} "Pilot tenant" ${home} -\n`, rootFile)
      await accounts.applySysusers([sysusers])
      const manager = userManagers.of(await findAccount())
      await assert.rejects(manager.inspect('pilot.service'), isDown)
    })

    it('run units from files that root owns', async () => {
      for (const path of [home, `${home}/.config`, `${home}/.config/systemd`, units])
        await files.makeDirectory(path, rootDirectory)
      await files.write(
        `${units}/pilot.service`,
        '[Unit]\nDescription=Mine\n[Service]\nExecStart=/bin/sleep 1000\n',
        rootFile,
      )
      await files.write(
        `${units}/pilot.socket`,
        `[Socket]\nListenStream=/run/user/${uid}/pilot.sock\n`,
        rootFile,
      )
      await accounts.setLingering(name, true)
      const manager = userManagers.of(await findAccount())
      await manager.start('pilot.service')
      const found = await manager.inspect('pilot.service')
      assert.deepEqual(
        [
          found.name,
          found.load,
          found.active,
          found.sub,
          found.description,
          found.fragmentPath,
          found.needsReload,
        ],
        ['pilot.service', 'loaded', 'active', 'running', 'Mine', `${units}/pilot.service`, false],
      )
      assert.ok((found.stateChangedAt ?? 0) > Date.UTC(2025))
      const { mainPid, result, memoryMax } = await manager.inspectService('pilot.service')
      assert.ok((mainPid ?? 0) > 1)
      assert.deepEqual([result, memoryMax], ['success', null])
    })

    it('list, reload and stop', async () => {
      const manager = userManagers.of(await findAccount())
      await files.write(
        `${units}/pilot.service`,
        '[Unit]\nDescription=New\n[Service]\nExecStart=/bin/sleep 1000\n',
        rootFile,
      )
      await manager.reload()
      const [found, ...others] = await manager.list(['pilot.ser*'])
      assert.deepEqual([found?.description, others.length], ['New', 0])
      await manager.restart('pilot.service')
      await manager.stop('pilot.service')
      await manager.stop('pilot-none.service')
      await manager.resetFailed('pilot-none.service')
      assert.equal((await manager.inspect('pilot.service')).active, 'inactive')
      assert.match(await manager.version(), /^\d{3}/)
    })

    it('open sockets', async () => {
      const manager = userManagers.of(await findAccount())
      await manager.start('pilot.socket')
      assert.equal((await files.inspect(`/run/user/${uid}/pilot.sock`))?.kind, 'socket')
      assert.equal((await manager.inspectSocket('pilot.socket')).result, 'success')
    })

    it('throw UnitFailed for what is not there', async () => {
      const manager = userManagers.of(await findAccount())
      assert.equal((await manager.inspect('pilot-none.service')).load, 'not-found')
      await assert.rejects(
        manager.start('pilot-none.service'),
        (error) => error instanceof UnitFailed && error.result === 'not-found',
      )
    })

    it('end with lingering', async () => {
      const account = await findAccount()
      await accounts.setLingering(name, false)
      await assert.rejects(userManagers.of(account).start('pilot.service'), isDown)
      assert.equal(await files.inspect(`/run/user/${uid}`), undefined)
      await accounts.remove(name)
      await files.remove(sysusers)
      await files.removeTree(home)
    })
  })
}

const isDown = (error: unknown): boolean =>
  error instanceof PilotError &&
  error.problem.code === 'service-down' &&
  error.problem.service === 'user-manager'
