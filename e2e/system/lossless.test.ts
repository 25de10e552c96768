import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { host, mustPilot, purge } from './support/pilot.ts'
import { installPrograms, programs } from './support/programs.ts'

const names = (prefix: string): string[] => Array.from({ length: 8 }, (_, i) => `${prefix}${i + 1}`)
const native = names('loss')
const proxied = names('ploss')
const bystander = 'bystander'
const created = ['meanwhile1', 'meanwhile2', 'meanwhile3']
const idle = 200
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
})
afterAll(async () => {
  for (const name of [...native, ...proxied, bystander, ...created]) await purge(name)
})

describe('POSTs with gaps around the idle time', { timeout: 600_000 }, () => {
  it('lose nothing in 2,000, native', async () => {
    expectNothingLost(await post(2000, native, 0))
  })

  it('lose nothing in 2,000, proxied', async () => {
    expectNothingLost(await post(2000, proxied, proxyLateness))
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
      String(idle),
      String(lateness),
      ...tenants.map((name) => `${name}.localhost`),
    ],
    { timeout: 600_000 },
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
