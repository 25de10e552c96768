import { TenantSpec } from '@pilot/contract'
import { expect, test } from 'vitest'
import { openStore } from '../src/store/index.ts'

const now = new Date('2026-01-01T00:00:00Z')

const wish = (name: string, uid: number) => ({
  spec: TenantSpec.parse({ name, idle: 60_000, domains: [], parts: ['account'] }),
  uid,
  wish: 'present' as const,
})

test('one that fails takes back what it stored, and nothing of the others', async () => {
  const store = openStore(':memory:')
  const outcomes = await Promise.allSettled([
    store.together(() => store.tenants.wish(wish('one', 1), now)),
    store.together(() => {
      store.tenants.wish(wish('two', 2), now)
      throw new Error('no')
    }),
    store.together(() => [1, 2].map((uid) => store.tenants.hasUid(uid))),
  ])
  expect(outcomes).toMatchObject([
    { status: 'fulfilled' },
    { status: 'rejected', reason: { message: 'no' } },
    { value: [true, false] },
  ])
  expect([1, 2].map((uid) => store.tenants.hasUid(uid))).toEqual([true, false])
})

test('what cannot be committed is told to all who asked', async () => {
  const store = openStore(':memory:')
  const both = [store.together(() => 1), store.together(() => 2)]
  store.close()
  expect((await Promise.allSettled(both)).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
})
