import { afterAll, beforeAll, expect, test } from 'vitest'
import { mustPilot, purge, run, shell } from './support/pilot.ts'
import { installPrograms, programs } from './support/programs.ts'

// `./pilot test cold-starts` makes 20,000 of 200 tenants.
const starts = Number(process.env['PILOT_COLD_STARTS'] ?? 500)
const count = Math.min(200, Math.ceil(starts / 25))

let names: readonly string[] = []

beforeAll(async () => {
  await installPrograms()
  await mustPilot('create-fake-users', `--count=${count}`, '--prefix=cold')
  const listed = JSON.parse((await mustPilot('list', '--json')).stdout) as { tenants: { name: string }[] }
  names = listed.tenants.map(({ name }) => name).filter((name) => name.startsWith('cold'))
})
afterAll(async () => {
  for (const name of names) await purge(name)
})

/** What a cell could leave behind, counted over the whole host while every tenant sleeps. */
const leftovers = async (): Promise<Record<string, number>> => {
  await run('systemctl', 'stop', ...names.map((name) => `pilot@${name}.service`))
  // The kernel takes namespaces down after their last process, by a worker of its own.
  const found = await shell(`
    echo mounts $(wc -l </proc/1/mountinfo)
    echo namespaces $(readlink /proc/[0-9]*/ns/mnt /proc/[0-9]*/ns/net /proc/[0-9]*/ns/ipc 2>/dev/null | sort -u | wc -l)
    echo descriptors $(ls /proc/1/fd | wc -l)
    echo processes $(ps -eo uid= | awk '$1 >= 1878917121 && $1 <= 1878982655' | wc -l)
    echo folders $(ls -d /tmp/systemd-private-*pilot@* /var/tmp/systemd-private-*pilot@* 2>/dev/null | wc -l)`)
  return Object.fromEntries(
    found
      .trim()
      .split('\n')
      .map((line) => line.split(' '))
      .map(([what = '', value]) => [what, Number(value)]),
  )
}

/** What PID 1 has of its own, kibibytes. */
const managerMemory = async (): Promise<number> =>
  Number(/^Private_Dirty:\s+(\d+)/m.exec(await run('cat', '/proc/1/smaps_rollup'))?.[1])

test(
  `${starts} cold starts of ${count} tenants are all answered, and leave nothing behind`,
  async () => {
    const wake = (times: number) => run('python3', `${programs}/cold-starts.py`, String(times), '4', ...names)
    // Once each: what systemd keeps of a unit that has run is there for good.
    await wake(count)
    const [before, memory] = [await leftovers(), await managerMemory()]
    expect(JSON.parse(await wake(starts))).toEqual({ answered: starts, failed: [] })
    // The agent may have gone to sleep meanwhile, so there may be less.
    const after = await leftovers()
    for (const [what, count] of Object.entries(before)) expect(after[what], what).toBeLessThanOrEqual(count)
    // PID 1 has some slack of the allocator; a leak of a mere kilobyte a start would be more.
    expect((await managerMemory()) - memory).toBeLessThan(256 + starts / 4)
  },
  60_000 + starts * 400,
)
