import { createFakeHost } from '@pilot/host/fake'
import { expect, test, vi } from 'vitest'
import { plan, planDissolve } from '../src/index.ts'
import { tenantOf } from './worlds.ts'

// No setting is secret yet: in place of one, the variable KEY.
vi.mock('@pilot/contract', async (original) => ({
  ...(await original<object>()),
  withoutSecrets: (spec: { environment: object }) => ({
    ...spec,
    environment: { ...spec.environment, KEY: '***' },
  }),
}))

test('a plan tells every text without secrets', async () => {
  const { host } = createFakeHost()
  const tenant = tenantOf({ environment: { KEY: 'swordfish', COLOUR: 'green' } })
  const said = JSON.stringify([await plan(tenant, host), await planDissolve(tenant, host, { purge: true })])
  expect(said).not.toContain('swordfish')
  expect(said).toContain(String.raw`KEY=\"***\"`)
  expect(said).toContain('green')
})
