import { expect, it } from 'vitest'
import { measureGroups } from '../bench/measure-groups.ts'
import { single } from '../bench/report.ts'
import type { Bench } from '../bench/support/bench.ts'

it('each group is kept as soon as it is measured', async () => {
  const { kept, place } = trial()
  await measureGroups([good('a'), good('b')], place)
  expect(kept).toEqual([['a'], ['a', 'b']])
})

it('one that fails is told with its error, and the others are measured on a new host', async () => {
  const { kept, examined, hosts, place } = trial()
  const done = await measureGroups([good('a'), bad('b'), good('c')], place)
  expect(done).toMatchObject([
    { name: 'a', figures: [{ id: 'a.first' }] },
    { name: 'b', figures: [], error: 'b went wrong' },
    { name: 'c', figures: [{ id: 'c.second' }] },
  ])
  expect(kept.at(-1)).toEqual(['a', 'b', 'c'])
  expect(examined).toEqual(['b on first'])
  expect(hosts).toEqual(['second'])
})

it('no new host is made for nothing', async () => {
  const { hosts, place } = trial()
  await measureGroups([good('a'), bad('b')], place)
  expect(hosts).toEqual([])
})

// What a group is measured with is nobody's business here but its own.
const benchCalled = (name: string): Bench => ({ host: { name } }) as Bench

const good = (name: string) => ({
  name,
  title: name,
  measure: async ({ host }: Bench) => [single({ id: `${name}.${host.name}`, title: name, unit: 'ms' }, 1)],
})

const bad = (name: string) => ({
  name,
  title: name,
  measure: () => Promise.reject(new Error(`${name} went wrong`)),
})

const trial = () => {
  const kept: string[][] = []
  const examined: string[] = []
  const hosts: string[] = []
  const place: Parameters<typeof measureGroups>[1] = {
    first: benchCalled('first'),
    renew: async () => {
      hosts.push('second')
      return benchCalled('second')
    },
    keep: async (done) => void kept.push(done.map(({ name }) => name)),
    examine: async (name, { host }) => void examined.push(`${name} on ${host.name}`),
  }
  return { kept, examined, hosts, place }
}
