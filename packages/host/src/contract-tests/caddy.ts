import assert from 'node:assert/strict'
import type { Contract } from './suite.ts'

const server = '/config/apps/http/servers/pilot-contract'
const route = (id: string): object => ({ '@id': id, handle: [{ handler: 'static_response', body: id }] })

/** Needs a Caddy with an HTTP app. */
export const caddyContract: Contract = ({ describe, it }, { caddy }) => {
  describe('caddy', () => {
    it('answers undefined where a path holds nothing', async () => {
      await caddy.delete(server)
      assert.equal(await caddy.get(server), undefined)
      assert.equal(await caddy.get(`${server}/routes/0`), undefined)
      assert.equal(await caddy.get('/id/pilot-contract-none'), undefined)
    })

    it('puts a server and finds what is inside by its id', async () => {
      await caddy.put(server, { listen: ['127.0.0.1:58123'], routes: [route('pilot-contract-a')] })
      assert.deepEqual(await caddy.get('/id/pilot-contract-a'), route('pilot-contract-a'))
      assert.deepEqual(await caddy.get(`${server}/listen`), ['127.0.0.1:58123'])
    })

    it('inserts into arrays by put, and appends by post', async () => {
      await caddy.put(`${server}/routes/0`, route('pilot-contract-b'))
      await caddy.post(`${server}/routes`, route('pilot-contract-c'))
      assert.deepEqual(
        ((await caddy.get(`${server}/routes`)) as Record<string, unknown>[]).map((entry) => entry['@id']),
        ['pilot-contract-b', 'pilot-contract-a', 'pilot-contract-c'],
      )
    })

    it('replaces by patch, also by id', async () => {
      await caddy.patch('/id/pilot-contract-a', route('pilot-contract-d'))
      assert.equal(await caddy.get('/id/pilot-contract-a'), undefined)
      assert.deepEqual(await caddy.get(`${server}/routes/1`), route('pilot-contract-d'))
    })

    it('refuses to put a key that exists and to patch one that does not', async () => {
      await assert.rejects(caddy.put(server, {}), /already exists/)
      await assert.rejects(caddy.patch('/config/apps/http/servers/pilot-contract-none', {}), /Caddy answered/)
      await assert.rejects(caddy.put('/id/pilot-contract-none', {}), /Caddy answered/)
    })

    it('takes changes that come at the same time one after the other', async () => {
      const ids = [1, 2, 3, 4, 5].map((number) => `pilot-contract-${number}`)
      await Promise.all(ids.map((id) => caddy.post(`${server}/routes`, route(id))))
      for (const id of ids) assert.deepEqual(await caddy.get(`/id/${id}`), route(id))
    })

    it('deletes, also by id and also twice', async () => {
      await caddy.delete('/id/pilot-contract-d')
      await caddy.delete('/id/pilot-contract-d')
      assert.equal(((await caddy.get(`${server}/routes`)) as unknown[]).length, 7)
      await caddy.delete(server)
      await caddy.delete(server)
      assert.equal(await caddy.get(server), undefined)
    })
  })
}
