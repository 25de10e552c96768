import { allParts } from '@pilot/contract'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { converge } from '../src/index.ts'
import type { Tenant } from '../src/index.ts'
import { after, crashAt, crashEverywhere, fingerprint, slowed } from './crash.ts'
import { inhabitedWorld, tenantOf, variants } from './worlds.ts'

describe.each(Object.entries(variants))('%s', (_, tenant) => {
  test('converge heals a crash at every host call', async () => {
    const start = await inhabitedWorld()
    const whole = (await after(start, (host) => converge(tenant, host))).snapshot()
    for (const [index, world] of (await crashEverywhere(start, (host) => converge(tenant, host))).entries()) {
      const healed = await after(world, (host) => converge(tenant, host))
      expect(healed.snapshot(), `killed after write ${index}`).toEqual(whole)
    }
  })
})

describe.each(['system', 'user'])('%s scope', (scope) => {
  test('converge heals every subset of steps and a crash at every host call after it', async () => {
    const tenant = tenantOf({ scope, activation: 'proxied', listen: 'socket' })
    const start = await inhabitedWorld()
    const whole = (await after(start, (host) => converge(tenant, host))).snapshot()
    // What is done from a world depends on that world alone, and many subsets lead to the same ones.
    const seen = new Set<string>()
    for (const parts of subsets) {
      const partial = await crashAt(start, Infinity, (host) => converge(withParts(tenant, parts), host))
      for (const [index, world] of (
        await crashEverywhere(partial, (host) => converge(tenant, host))
      ).entries()) {
        const left = fingerprint(world)
        if (seen.has(left)) continue
        seen.add(left)
        const healed = await after(world, (host) => converge(tenant, host))
        expect(healed.snapshot(), `${parts.join()}, killed after write ${index}`).toEqual(whole)
      }
    }
  }, 120_000)
})

test('converge goes from any wish to any other of the same scope, whatever crashes on the way', async () => {
  const start = await inhabitedWorld()
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('system', 'user'),
      wish,
      wish,
      fc.array(fc.integer({ min: 1, max: 400 }), { maxLength: 3 }),
      async (scope, former, wished, crossings) => {
        const tenant = tenantOf({ ...wished, scope })
        let world = await after(start, (host) => converge(tenantOf({ ...former, scope }), host))
        for (const crossing of crossings)
          world = await crashAt(world, crossing, (host) => converge(tenant, host))
        const healed = await after(world, (host) => converge(tenant, host))
        const fresh = await after(start, (host) => converge(tenant, host))
        expect(comparable(healed)).toEqual(comparable(fresh))
      },
    ),
    { numRuns: 60 },
  )
}, 120_000)

test('converge heals a crash at any call, in whatever order the calls of steps beside each other come', async () => {
  const start = await inhabitedWorld()
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...Object.values(variants)),
      fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 20, maxLength: 60 }),
      fc.integer({ min: 1, max: 300 }),
      async (tenant, delays, crossing) => {
        const whole = (await after(start, (host) => converge(tenant, host))).snapshot()
        const undisturbed = await after(start, (host) => converge(tenant, slowed(host, delays)))
        expect(undisturbed.snapshot()).toEqual(whole)
        const left = await crashAt(start, crossing, (host) => converge(tenant, slowed(host, delays)))
        const healed = await after(left, (host) => converge(tenant, slowed(host, delays)))
        expect(healed.snapshot()).toEqual(whole)
      },
    ),
    { numRuns: 80 },
  )
}, 120_000)

const subsets = Array.from({ length: 2 ** allParts.length }, (_, bits) =>
  allParts.filter((_part, index) => (bits & (1 << index)) !== 0),
)

const withParts = ({ spec, ...rest }: Tenant, parts: readonly (typeof allParts)[number][]): Tenant => ({
  ...rest,
  spec: { ...spec, parts: [...parts] },
})

const wish = fc.record(
  {
    activation: fc.constantFrom('native', 'proxied'),
    listen: fc.constantFrom('port', 'socket'),
    suspended: fc.boolean(),
    idle: fc.constantFrom(10_000, 60_000),
    environment: fc.constantFrom({}, { COLOR: 'red' }),
    domains: fc.subarray([
      'a.example.com',
      'b.example.com',
      `${'c'.repeat(60)}.${'d'.repeat(60)}.example.com`,
    ]),
    limits: fc.constantFrom({}, { memoryMax: 64 * 1024 ** 2 }, { tasksMax: 20, cpuQuota: 50 }),
  },
  { requiredKeys: ['activation', 'listen', 'suspended'] },
)

/** What a former wish may leave behind: empty places, and limits lifted, which systemd keeps as infinity. */
const comparable = (world: { snapshot(): unknown }): unknown => {
  const { files, ...rest } = world.snapshot() as { files: Record<string, unknown> }
  const kept = Object.entries(files).filter(([path]) => !leftovers.some((pattern) => pattern.test(path)))
  return { files: Object.fromEntries(kept), ...rest }
}

const leftovers = [
  /^\/etc\/systemd\/system\.control\/pilot@shop/,
  /sockets\.target\.wants$/,
  /^\/run\/pilot\/app\/shop$/,
]
