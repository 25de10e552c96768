import type { Page } from '@playwright/test'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { repository } from '../host/directories.ts'
import type { HostSamples } from '@pilot/contract'
import { host, mustPilot, run, shell } from '../system/support/pilot.ts'
import { installPrograms, programs } from '../system/support/programs.ts'
import { until } from '../system/support/until.ts'
import { chart, chartsDrawn } from './support/charts.ts'
import { signIn } from './support/operators.ts'
import { expect, test } from './support/test.ts'

const count = 2000

const enough = 30 * 60_000
test.setTimeout(enough)

// So short that visits at random keep some fifty awake: PostgreSQL has a hundred connections, and each holds one.
test.beforeAll(async () => {
  test.setTimeout(enough)
  await mustPilot('create-fake-users', `--count=${count}`, '--prefix=many', '--idle=3s')
})

test(`${count} tenants: first content, search and scroll, with their figures`, async ({ page }) => {
  await signIn(page, 'operator')
  // The web interface itself is awake from here on.
  await page.goto('/tenants')
  const rows = page.locator('[data-tenant]')

  const firstContent = await timed(async () => {
    await page.goto('/tenants?q=many', { waitUntil: 'commit' })
    await rows.first().waitFor()
  })
  await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', String(count + 1))
  // Only what is seen exists.
  expect(await rows.count()).toBeLessThan(80)

  const jump = await timed(async () => {
    await page.evaluate('scrollTo(0, document.body.scrollHeight)')
    await page.locator(`[data-tenant="many${count}"]`).waitFor()
  })
  const scroll = await scrollFrames(page)
  const search = await timed(async () => {
    await page.getByRole('searchbox').fill('many1999')
    await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', '2')
  })

  await keep('tenants-many', { count, firstContent, jump, search, ...scroll })
  // Far above what is usual, so that only a list that no longer is virtual fails on a busy machine.
  expect(firstContent).toBeLessThan(5000)
  expect(search).toBeLessThan(5000)
})

test('a minute of visits to tenants at random loses none, and then all of them sleep again', async ({
  page,
}) => {
  await installPrograms()
  const began = new Date().toISOString()
  const systemdBefore = await systemdPss()

  const memory: Memory[] = []
  const over = new AbortController()
  const visiting = visitAtRandom().finally(() => over.abort())
  while (!over.signal.aborted) memory.push(await readMemory())
  const visits = await visiting
  await until('no process of any tenant', countProcesses, (processes) => processes === 0, {
    timeout: 60_000,
  })

  const asleepAgain = await until(
    'a sample after the last one fell asleep',
    () => samplesSince(began),
    (points) => (points.at(-1)?.awake ?? 1) === 0,
    { timeout: 60_000 },
  )
  await keep('random-visits', {
    count,
    sent: visits.sent,
    lost: visits.lost,
    tenants: visits.tenants,
    cold: summary(visits.cold),
    warm: summary(visits.warm),
    systemdPss: { before: systemdBefore, after: await systemdPss() },
    memory,
    samples: asleepAgain.map(({ at, awake, processes, pss, systemd }) => ({
      at,
      awake,
      processes,
      pss,
      systemd,
    })),
  })
  await signIn(page, 'viewer')
  await page.goto('/?range=1h')
  await chartsDrawn(page)
  await chart(page, 'pilot-memory').screenshot({
    path: join(repository, 'artifacts/screenshots/random-visits.png'),
  })

  expect(visits.faults).toEqual([])
  expect(visits.lost).toBe(0)
  expect(visits.cold.length, 'most visits met a tenant that slept').toBeGreaterThan(visits.sent / 2)
  expect(visits.tenants).toBeGreaterThan(100)
  expect(Math.max(...memory.map(({ processes }) => processes))).toBeGreaterThan(5)
  const crowded = asleepAgain.filter(({ awake }) => awake > 10)
  expect(crowded.length).toBeGreaterThan(2)
  // Nearly all are new in each sample, so that not each can read the memory of all.
  expect(crowded.filter(({ pss }) => pss !== null).length).toBeGreaterThan(1)
})

interface Visits {
  readonly sent: number
  readonly lost: number
  readonly tenants: number
  /** Milliseconds each. */
  readonly cold: readonly number[]
  readonly warm: readonly number[]
  readonly faults: readonly string[]
}

const visitAtRandom = async (): Promise<Visits> =>
  JSON.parse(
    await run('/usr/lib/pilot/bin/node', `${programs}/random-visits.mjs`, '60', '4', 'many', String(count)),
  ) as Visits

/** Of all tenants at a moment: how many processes, and the sum of their PSS in bytes (proc(5), smaps_rollup). */
interface Memory {
  readonly at: string
  readonly processes: number
  readonly pss: number
}

const readMemory = async (): Promise<Memory> => {
  const told = await shell(`sleep 5; for status in /proc/[0-9]*/status; do
    uid=$(sed -n 's/^Uid:\\t\\([0-9]*\\).*/\\1/p' $status 2>/dev/null) || continue
    [ "\${uid:-0}" -gt 1878917120 ] && [ "$uid" -lt 1878982656 ] || continue
    sed -n 's/^Pss: *\\([0-9]*\\) kB/\\1/p' \${status%status}smaps_rollup 2>/dev/null || true
  done`)
  const sizes = told.split('\n').filter((line) => line !== '')
  return {
    at: new Date().toISOString(),
    processes: sizes.length,
    pss: sizes.reduce((sum, size) => sum + Number(size) * 1024, 0),
  }
}

/** Processes of all tenants (ps(1), from /proc): their uids are those of 0x6FFE0001 to 0x6FFEFFFF. */
const countProcesses = async (): Promise<number> =>
  Number(await shell("ps -eo uid= | awk '$1 > 1878917120 && $1 < 1878982656' | wc --lines"))

/** PSS of PID 1, bytes. */
const systemdPss = async (): Promise<number> =>
  Number(/^Pss:\s+(\d+) kB/m.exec(await run('cat', '/proc/1/smaps_rollup'))?.[1]) * 1024

const samplesSince = async (began: string) => {
  const told = await host.run(['pilot', 'samples', '--hours=1', '--json'])
  return (JSON.parse(told) as HostSamples).points.filter(({ at }) => at >= began)
}

const summary = (milliseconds: readonly number[]) => {
  const sorted = milliseconds.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]
  return { n: sorted.length, p50: at(0.5), p95: at(0.95), p99: at(0.99) }
}

/** As artifacts/<name>.json, and on the console. */
const keep = async (name: string, figures: object): Promise<void> => {
  await mkdir(join(repository, 'artifacts'), { recursive: true })
  await writeFile(join(repository, `artifacts/${name}.json`), `${JSON.stringify(figures, null, 2)}\n`)
  console.log(figures)
}

/** Milliseconds, whole. */
const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const began = performance.now()
  await work()
  return Math.round(performance.now() - began)
}

/** Milliseconds between frames while 200 of them scroll by three rows each. */
const scrollFrames = (page: Page) =>
  page.evaluate<{ frameP50: number; frameP95: number }>(`new Promise((resolve) => {
    const gaps = []
    let last = performance.now()
    scrollTo(0, 0)
    const step = (now) => {
      gaps.push(now - last)
      last = now
      scrollBy(0, 120)
      if (gaps.length < 200) requestAnimationFrame(step)
      else {
        gaps.sort((a, b) => a - b)
        resolve({ frameP50: Math.round(gaps[100]), frameP95: Math.round(gaps[190]) })
      }
    }
    requestAnimationFrame(step)
  })`)
