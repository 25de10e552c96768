import assert from 'node:assert/strict'
import type { Contract } from './suite.ts'

export const processesContract: Contract = ({ describe, it }, { processes }) => {
  describe('the machine', () => {
    it('tells what processes weigh', async () => {
      const own = await processes.memoryOfPid(process.pid)
      assert.equal(own.processes, 1)
      assert.ok((own.pss ?? 0) > 10_000_000 && (own.pss ?? 0) < 4_000_000_000)
      assert.ok(((await processes.memoryOfPid(1)).pss ?? 0) > 1_000_000)
      assert.deepEqual(await processes.memoryOfPid(2 ** 22 + 1), { processes: 0, pss: 0 })
      assert.deepEqual(await processes.memoryOfUids(54_400, 54_499), { processes: 0, pss: 0 })
    })

    it('tells what confines a process', async () => {
      const own = await processes.confinementOf(process.pid)
      assert.equal(own?.uid, 0)
      assert.equal(own.program, process.execPath)
      assert.equal(
        own.mounts.some(({ path, options }) => path === '/' && options.includes('rw')),
        true,
      )
      assert.match(own.capabilities.effective, /^[0-9a-f]{16}$/)
      assert.equal(await processes.confinementOf(2 ** 22 + 1), undefined)
    })

    it('tells no connection where nothing listens', async () => {
      assert.equal(await processes.unixConnections('/run/pilot-contract/none.sock'), 0)
      assert.equal(await processes.unixQueue('/run/pilot-contract/none.sock'), 0)
    })
  })
}
