import assert from 'node:assert/strict'
import type { Contract } from './suite.ts'

export const machineContract: Contract = ({ describe, it }, { caddy, machine }) => {
  describe('the machine', () => {
    it('has a name, and less memory available than it has', async () => {
      assert.match(await machine.hostname(), /^[a-z]/)
      const { total, available } = await machine.memory()
      assert.ok(total > available && available > 100_000_000, `${available} of ${total}`)
    })

    it('runs a Caddy that tells its version', async () => {
      assert.match(await caddy.version(), /^v?\d+\.\d+/)
    })
  })
}
