import { createFakeHost } from '@pilot/host/fake'
import type { World } from '@pilot/host/fake'
import { describe, expect, test } from 'vitest'
import { converge, dissolve, plan } from '../src/index.ts'
import type { Tenant } from '../src/index.ts'
import { inhabitedWorld, tenantOf, variants } from './worlds.ts'

// Whatever step writes a file: these look at every file that is written, so a new step need not be named here.

describe.each(Object.entries(variants))('%s', (_, tenant) => {
  test('each file that is written stands in the plan as it is written', async () => {
    const { host, world } = createFakeHost(await inhabitedWorld())
    const planned = new Map(
      (await plan(tenant, host))
        .flatMap(({ artefacts }) => artefacts)
        .map(({ title, text }) => [title, text]),
    )
    await converge(tenant, host)
    for (const path of writtenBy(world))
      expect([path, planned.get(path)]).toEqual([path, world.state.files.get(path)?.text])
  })

  test('a stranger in the place of any file that is written is refused, and survives a purge', async () => {
    const start = await inhabitedWorld()
    for (const path of await filesOf(tenant)) {
      const inhabited = start.clone()
      inhabited.putFile(path, { text: "a stranger's\n" })
      const { host, world } = createFakeHost(inhabited.clone())
      await expect(converge(tenant, host), path).rejects.toMatchObject({
        problem: { code: 'foreign-resource' },
      })
      await dissolve(tenant, host, { purge: true })
      expect(world.snapshot(), path).toEqual(inhabited.snapshot())
    }
  })
})

test.each(['system', 'user'])(
  'in %s scope nobody else can read a file that holds a value of the environment',
  async (scope) => {
    const { host, world } = createFakeHost(await inhabitedWorld())
    await converge(tenantOf({ scope, environment: { KEY: 'not-for-others' } }), host)
    const holding = writtenBy(world).filter((path) =>
      world.state.files.get(path)?.text?.includes('not-for-others'),
    )
    expect(holding).toContain('/etc/pilot/tenants/shop.env')
    expect(holding.filter((path) => ((world.state.files.get(path)?.mode ?? 0) & 0o007) !== 0)).toEqual([])
  },
)

const filesOf = async (tenant: Tenant): Promise<readonly string[]> => {
  const { host, world } = createFakeHost(await inhabitedWorld())
  await converge(tenant, host)
  return [...writtenBy(world), ...indexOf(world)]
}

/** Of the files that are there whole; but for the list by which former domains are found, which tells nobody anything. */
const writtenBy = (world: World): readonly string[] => allWritten(world).filter((path) => !isIndex(path))
const indexOf = (world: World): readonly string[] => allWritten(world).filter(isIndex)
const isIndex = (path: string): boolean => path.endsWith('.domains')

const allWritten = (world: World): readonly string[] => [
  ...new Set(world.writes.filter(({ method }) => method === 'write').map(({ args }) => String(args[0]))),
]
