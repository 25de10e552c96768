import type { Host } from '@pilot/host/ports'
import { ListQuery } from '@pilot/contract'
import { expect, test } from 'vitest'
import { resumeOperation } from '../src/operations/change-tenant.ts'
import { readAll, root, startTrial } from './support/agent.ts'

const batch = { count: 30, prefix: 'fake' }

test('tenants of a batch come to their accounts together, so that one call can serve all', async () => {
  const trial = startTrial()
  const changes: string[] = []
  trial.world.onCall = (port, method, _args, phase) => {
    if (phase === 'before' && ['applySysusers', 'makeDirectory', 'start'].includes(method))
      changes.push(method)
  }
  await readAll(trial.service.createMany(batch, root))
  expect(changes.slice(0, 30)).toEqual(Array(30).fill('applySysusers'))
})

test('one tenant of a batch that fails does not stop the others, and each has a line in the audit', async () => {
  const trial = startTrial()
  trial.world.brokenUnits.add('pilot@fake7.socket')
  const events = await readAll(trial.service.createMany(batch, root))
  expect(events.at(-1)).toMatchObject({ event: 'finished', done: 29, failed: 1 })
  const audit = await trial.service.audit({ limit: 100 })
  expect(audit.filter(({ result }) => result === 'done')).toHaveLength(29)
  expect(audit.filter(({ result }) => result === 'step-failed')).toMatchObject([{ tenant: 'fake7' }])
  expect(trial.store.audit.findBreak()).toBeUndefined()
})

test('an agent that dies after the wishes of a batch is followed by one that makes its tenants', async () => {
  const { promise: died, resolve: die } = Promise.withResolvers<'died'>()
  const trial = startTrial({ operationHost: (host) => dyingAtFirstWrite(host, () => die('died')) })
  void readAll(trial.service.createMany(batch, root))
  await died
  expect(trial.store.operations.unfinished()).toHaveLength(30)
  expect(trial.world.writes).toEqual([])

  const next = startTrial({ world: trial.world, store: trial.store })
  await Promise.all(next.store.operations.unfinished().map((one) => resumeOperation(next.agent, one)))
  expect((await next.service.list(ListQuery.parse({}), root)).counts.asleep).toBe(30)
  expect(next.store.operations.unfinished()).toEqual([])
})

/** Nothing is written any more, and nobody gets an answer. */
const dyingAtFirstWrite = (host: Host, die: () => void): Host => {
  const dead = (): Promise<never> => {
    die()
    return new Promise(() => undefined)
  }
  return {
    ...host,
    files: { ...host.files, write: dead },
    postgres: { ...host.postgres, execute: dead, session: dead },
  }
}
