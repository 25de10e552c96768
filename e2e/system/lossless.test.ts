import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { host, mustPilot, purge } from './support/pilot.ts'
import { installPrograms, programs } from './support/programs.ts'

const names = (prefix: string): string[] => Array.from({ length: 8 }, (_, i) => `${prefix}${i + 1}`)
const native = names('loss')
const proxied = names('ploss')
const bystander = 'bystander'
const created = ['meanwhile1', 'meanwhile2', 'meanwhile3']
const one = 'handed1'
const other = 'handed2'
const proxiedHanded = 'phanded'
const idle = 200
/** How long Caddy keeps a connection: packages/render/src/caddy/keep-alive.ts. */
const kept = 250
/** PILOT_LONG=1 asks for as many as are needed to believe it. */
const isLong = process.env['PILOT_LONG'] === '1'
const count = isLong ? 10_000 : 2000
const turns = isLong ? 20 : 4
/** socket-proxyd sets its exit timer with sd-event's default accuracy (sd_event_add_time(3)): up to 250 ms late. */
const proxyLateness = 300

beforeAll(async () => {
  await installPrograms()
  for (const name of native) await mustPilot('create-tenant', `--name=${name}`, `--idle=${idle}ms`)
  for (const name of proxied)
    await mustPilot(
      'create-tenant',
      `--name=${name}`,
      `--exec=/usr/bin/python3 ${programs}/port-only.py`,
      `--idle=${idle}ms`,
    )
  await mustPilot('create-tenant', `--name=${bystander}`)
  for (const name of [one, other])
    await mustPilot('create-tenant', `--name=${name}`, `--app=${programs}/plain-server.js`)
  await mustPilot(
    'create-tenant',
    `--name=${proxiedHanded}`,
    `--app=${programs}/plain-server.js`,
    '--activation=proxied',
  )
})
afterAll(async () => {
  for (const name of [...native, ...proxied, bystander, ...created, one, other, proxiedHanded])
    await purge(name)
})

describe('POSTs with gaps around the idle time', { timeout: 3_600_000 }, () => {
  it(`lose nothing in ${count}, native`, async () => {
    expectNothingLost(await post(count, native, 0))
  })

  it(`lose nothing in ${count}, proxied`, async () => {
    expectNothingLost(await post(count, proxied, proxyLateness))
  })

  it('lose nothing in 2,000 while another tenant is changed and new tenants are created', async () => {
    const posts = post(2000, [...native, ...proxied], proxyLateness)
    let changes = 0
    const busy = (async () => {
      for (const name of created) {
        await mustPilot('create-tenant', `--name=${name}`)
        changes++
      }
      for (let i = 0; i < 10; i++) {
        await mustPilot(
          'set',
          bystander,
          `--idle=${i + 1}min`,
          '--env',
          `TURN=${i}`,
          `--memory-max=${64 + i}M`,
        )
        changes++
      }
      await mustPilot('set', bystander, `--app=${programs}/plain-server.js`)
      changes++
    })()

    expectNothingLost(await posts)
    await busy
    expect(changes).toBe(14)
  })
})

describe('POSTs without a pause', { timeout: 3_600_000 }, () => {
  it(`lose nothing while their tenant is put to sleep ${turns} times`, async () => {
    const posts = await postUnder({
      tenants: { [`${one}.localhost`]: one },
      commands: Array.from({ length: turns }, () => ['sleep', one]),
    })
    expect(posts.faults).toEqual([])
    expect(posts).toMatchObject({ lost: 0, wrong: 0 })
  })

  it.each([
    ['native', one, other],
    ['native and proxied', one, proxiedHanded],
  ])(
    'are answered by nobody but the tenant that has the domain, and by that one, while it goes to and fro (%s)',
    async (_, ...between: string[]) => {
      const posts = await postUnder({
        tenants: {},
        commands: [],
        handed: { domain: 'handed.localhost', tenants: between, times: turns },
      })
      await mustPilot('set', one, '--remove-domain=handed.localhost')
      expect(posts).toMatchObject({ wrong: 0, handed: turns })
      // What is in work in a proxied program when that ends is cut off: socket-proxyd does not wait for it.
      if (!between.includes(proxiedHanded)) expect(posts.faults).toEqual([])
    },
  )

  it('do not keep a proxied tenant from being put to sleep', async () => {
    const posts = await postUnder({
      tenants: { [`${proxiedHanded}.localhost`]: proxiedHanded },
      commands: Array.from({ length: turns }, () => ['sleep', proxiedHanded]),
    })
    expect(posts.wrong).toBe(0)
  })
})

const postUnder = async (asked: Record<string, unknown>): Promise<Changed> => {
  const outcome = await host.exec(
    [
      '/usr/lib/pilot/bin/node',
      `${programs}/changed-under-posts.mjs`,
      JSON.stringify({ count, visitors: 4, ...asked }),
    ],
    { timeout: 3_600_000 },
  )
  if (outcome.exitCode !== 0) throw new Error(outcome.stderr)
  const posts = JSON.parse(outcome.stdout) as Changed
  console.log(`${posts.sent} POSTs, ${posts.lost} lost, ${posts.wrong} wrong, ${posts.closed} between two`)
  return posts
}

interface Changed {
  readonly sent: number
  readonly lost: number
  readonly wrong: number
  /** Met the domain while it was nobody's. */
  readonly closed: number
  readonly handed: number
  readonly faults: readonly string[]
}

interface Posts {
  readonly sent: number
  readonly lost: number
  readonly coldStarts: number
  readonly faults: readonly string[]
}

const post = async (count: number, tenants: readonly string[], lateness: number): Promise<Posts> => {
  const outcome = await host.exec(
    [
      '/usr/lib/pilot/bin/node',
      `${programs}/post-loop.mjs`,
      String(count),
      String(kept),
      String(idle),
      String(lateness),
      ...tenants.map((name) => `${name}.localhost`),
    ],
    { timeout: 3_600_000 },
  )
  if (outcome.exitCode !== 0) throw new Error(outcome.stderr)
  const posts = JSON.parse(outcome.stdout) as Posts
  console.log(`${posts.sent} POSTs, ${posts.coldStarts} over 20 ms (cold starts), ${posts.lost} lost`)
  return posts
}

const expectNothingLost = (posts: Posts) => {
  expect(posts.faults).toEqual([])
  expect(posts.lost).toBe(0)
  expect(posts.coldStarts, 'the gaps really met the idle exit').toBeGreaterThan(posts.sent / 10)
}
