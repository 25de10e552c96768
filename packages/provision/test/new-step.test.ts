import type { StepName } from '@pilot/contract'
import { createFakeHost } from '@pilot/host/fake'
import { expect, test, vi } from 'vitest'
import type { Step } from '../src/index.ts'
import { after } from './crash.ts'
import { inhabitedWorld, tenantOf } from './worlds.ts'

const path = '/var/lib/pilot/later-of-shop'

/** A step that Pilot does not have yet. */
const later: Step = {
  name: 'later' as StepName,
  needs: ['database'],
  removedAfter: ['units'],
  inspect: async (_, { files }) =>
    (await files.inspect(path)) === undefined ? { state: 'absent' } : { state: 'ours', drift: [] },
  apply: (_, { files }) => files.write(path, 'later\n', { mode: 0o600, uid: 0, gid: 0 }),
  remove: async (_, { files }) => {
    await files.remove(path)
    return true
  },
  artefacts: () => [{ title: path, text: 'later\n' }],
  removal: () => ({ action: 'remove', details: [{ code: 'files-go', path }], artefacts: [] }),
}

/** Pilot with that step, and as it is. */
const withLaterStep = async () => {
  vi.resetModules()
  vi.doMock('../src/steps/index.ts', async (original) => {
    const { steps } = await original<{ steps: object }>()
    return { steps: { ...steps, later } }
  })
  const pilot = await import('../src/index.ts')
  vi.doUnmock('../src/steps/index.ts')
  vi.resetModules()
  return pilot
}

const wholeBefore = async () => {
  const { converge } = await import('../src/index.ts')
  return after(await inhabitedWorld(), (host) => converge(tenantOf(), host))
}

test('a whole tenant made before a step came gets it when it is converged', async () => {
  const { host, world } = createFakeHost(await wholeBefore())
  const pilot = await withLaterStep()
  expect((await pilot.plan(tenantOf(), host)).filter(({ action }) => action === 'create')).toMatchObject([
    { step: 'later' },
  ])
  await pilot.converge(tenantOf(), host)
  expect(world.state.files.get(path)?.text).toBe('later\n')
})

test('a tenant of some parts does not get a step that came later', async () => {
  const { host, world } = createFakeHost(await wholeBefore())
  const pilot = await withLaterStep()
  await pilot.converge(tenantOf({ parts: ['account', 'directories'] }), host)
  expect(world.state.files.has(path)).toBe(false)
})

test('a step that came later is taken away with the tenant', async () => {
  const start = await inhabitedWorld()
  const { host, world } = createFakeHost(start)
  const pilot = await withLaterStep()
  await pilot.converge(tenantOf(), host)
  await pilot.dissolve(tenantOf(), host, { purge: true })
  expect(world.snapshot()).toEqual(start.snapshot())
})
