import type { OperationEvent } from '@pilot/contract'
import { expect, it } from 'vitest'
import { applyEvents, idleRun } from '../src/client/operation-run.ts'

const problem = { code: 'step-failed', tenant: 'shop', step: 'units', detail: 'no space' } as const
const events: readonly OperationEvent[] = [
  { event: 'step-started', tenant: 'shop', step: 'account' },
  { event: 'step-finished', tenant: 'shop', step: 'account', changed: true, milliseconds: 12 },
  { event: 'step-started', tenant: 'shop', step: 'units' },
  { event: 'step-failed', tenant: 'shop', step: 'units', problem },
  { event: 'tenant-finished', tenant: 'shop', problem, milliseconds: 20 },
  { event: 'finished', done: 0, failed: 1, milliseconds: 21 },
]

it('steps tick off with their durations, and a failed one keeps its problem', () => {
  const run = applyEvents(idleRun, events)
  expect(run).toMatchObject({ state: 'failed', done: 0, failed: 1, milliseconds: 21, problem: null })
  expect(run.tenants.get('shop')).toEqual({
    tenant: 'shop',
    state: 'failed',
    steps: [
      { step: 'account', state: 'changed', milliseconds: 12, problem: null },
      { step: 'units', state: 'failed', milliseconds: null, problem },
    ],
    milliseconds: 20,
    problem,
  })
})

it('it makes no difference in how many pieces the events arrive', () => {
  const byOne = events.reduce((run, event) => applyEvents(run, [event]), idleRun)
  expect(byOne).toEqual(applyEvents(idleRun, events))
})

it('a run that was shown does not change under the reader', () => {
  const shown = applyEvents(idleRun, events.slice(0, 1))
  const before = structuredClone(shown)
  applyEvents(shown, events.slice(1))
  expect(shown).toEqual(before)
})
