import assert from 'node:assert/strict'
import { reservedName, rootDirectory, rootFile } from './suite.ts'
import type { Contract } from './suite.ts'

const name = reservedName('pilot-contract')
const uid = 0x6ffe_fff0
const file = '/etc/sysusers.d/pilot-contract.conf'
const lines = `# Made by Pilot
g pilot-contract-all -
u ${name} ${uid} "Pilot tenant ${name}" /var/lib/${name} -
m ${name} pilot-contract-all
`

export const accountsContract: Contract = ({ describe, it }, { accounts, files }) => {
  describe('accounts', () => {
    it('answers undefined for strangers', async () => {
      await accounts.remove(name)
      assert.equal(await accounts.find(name), undefined)
      assert.equal(await accounts.findByUid(uid), undefined)
      assert.equal(await accounts.findGroup(name), undefined)
      assert.equal(await accounts.isLingering(name), false)
    })

    it('makes what a sysusers.d file says, also twice', async () => {
      await files.makeDirectory('/etc/sysusers.d', rootDirectory)
      await files.write(file, lines, rootFile)
      await accounts.applySysusers([file])
      await accounts.applySysusers([file])
      const found = await accounts.find(name)
      assert.deepEqual(
        { ...found, shell: '' },
        { name, uid, gid: uid, gecos: `Pilot tenant ${name}`, home: `/var/lib/${name}`, shell: '' },
      )
      assert.match(found?.shell ?? '', /nologin$/)
      assert.deepEqual(await accounts.findByUid(uid), found)
      assert.equal(await accounts.findGroup(name), uid)
    })

    it('lists ids within bounds, both included', async () => {
      assert.deepEqual(await accounts.listIds(uid, uid), new Set([uid]))
      assert.deepEqual(await accounts.listIds(uid + 1, uid + 9), new Set())
      assert.ok((await accounts.listIds(0, 999)).has(0))
    })

    it('lets an account linger and not linger', async () => {
      await accounts.setLingering(name, true)
      assert.equal(await accounts.isLingering(name), true)
      await accounts.setLingering(name, false)
      assert.equal(await accounts.isLingering(name), false)
      assert.equal(await files.inspect(`/run/user/${uid}`), undefined)
    })

    it('removes account and group, also twice', async () => {
      await accounts.remove(name)
      await accounts.remove(name)
      assert.equal(await accounts.find(name), undefined)
      assert.equal(await accounts.findGroup(name), undefined)
      await accounts.setLingering(name, false)
    })

    it('removes a group that has no account', async () => {
      await accounts.remove(reservedName('pilot-contract-all'))
      assert.equal(await accounts.findGroup('pilot-contract-all'), undefined)
      await files.remove(file)
    })
  })
}
