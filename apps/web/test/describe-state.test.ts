import type { TenantStatus, Wake } from '@pilot/contract'
import { TenantSpec } from '@pilot/contract'
import { expect, test } from 'vitest'
import { describeState } from '../src/shared/tenant/describe-state.ts'

const spec = TenantSpec.parse({ name: 'shop', idle: 300_000, domains: [], parts: ['account'] })
const since = '2026-03-01T14:02:00.000Z'
const status = (changes: Partial<TenantStatus>) => ({
  state: 'asleep' as const,
  since,
  connections: null,
  failure: null,
  problem: null,
  failedStep: null,
  spec,
  ...changes,
})
const wake = (result: string | null): Wake => ({
  tenant: 'shop',
  at: '2026-03-01T13:59:00.000Z',
  startMilliseconds: 40,
  endedAt: since,
  result,
})
const keys = (changes: Partial<TenantStatus>, wakes: Wake[] = []) =>
  describeState(status(changes), wakes).map(({ key }) => key)

test('one that sleeps tells since when, and how long it was awake last', () => {
  expect(describeState(status({}), [wake(null)])).toEqual([
    { key: 'since', since: new Date(since) },
    { key: 'lastAwake', milliseconds: 180_000 },
  ])
  expect(keys({}, [wake('exit-code')])).toEqual(['since', 'lastAwake', 'failedLast'])
  expect(keys({ since: null })).toEqual([])
})

test('one that is awake tells what keeps it awake, but only where connections were counted', () => {
  expect(describeState(status({ state: 'awake', connections: 1 })).at(-1)).toEqual({
    key: 'keptAwake',
    connections: 1,
  })
  expect(keys({ state: 'awake', connections: 0 })).toEqual(['since', 'sleepsAfter'])
  expect(keys({ state: 'awake' })).toEqual(['since'])
})

test('one that fails tells how often and when it is tried again', () => {
  const failure = { count: 4, result: 'exit-code', status: 1, retryAt: since }
  expect(keys({ state: 'failing', failure })).toEqual(['failing', 'retry'])
  expect(keys({ state: 'failing' })).toEqual(['failingShortly'])
})

test('one that is degraded tells the step that failed; without a problem something of it is missing', () => {
  expect(
    keys({ state: 'degraded', problem: { code: 'internal', reference: '1' }, failedStep: 'route' }),
  ).toEqual(['failedStep'])
  expect(keys({ state: 'degraded' })).toEqual(['unfinished'])
})
