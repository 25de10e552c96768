import type { ComparisonDocument, ComparisonSummary } from '@pilot/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { unitProperty } from './support/machine.ts'
import { host, mustPilot, pilot, purge, shell } from './support/pilot.ts'
import { installPrograms, programs } from './support/programs.ts'
import { until } from './support/until.ts'

/**
 * All that a comparison makes, changes or could forget; by names, since ids of processes differ anyway. Without the
 * sampler and its figures, which come and go with whoever is awake.
 */
const fingerprint = (): Promise<string> =>
  shell(`
    sha256sum /etc/passwd /etc/group /etc/shadow /etc/gshadow
    cd /; runuser -u postgres -- psql -XAtqc 'select rolname from pg_roles order by 1; select datname from pg_database order by 1'
    systemctl list-units --all --plain --no-legend --state=active,activating,deactivating,failed \\
      'pilot*' 'user@*' 'libpod*' 'user-*.slice' | awk '{ print $1, $3 }' | grep -Ev '^pilot-(agent|sample)' | sort
    find /etc /var/lib/pilot /run/pilot /run/netns /run/user /var/lib/systemd/linger -path /etc/ssl -prune -o \\
      ! -name 'pilot.db*' ! -name 'samples.db*' ! -name 'pilot.prom' -print 2>/dev/null | sort || true
    find /var/lib/containers /run/libpod /dev/shm /tmp /var/tmp -name '*pilot*' ! -name 'systemd-private-*' 2>/dev/null || true
    nft list tables; ls /sys/class/net; cat /proc/sys/net/ipv4/ip_forward; findmnt -rno TARGET | sort
    ps -eo args= | grep -E 'conmon|compared-app|compare\\.js|podman|netavark|aardvark' | grep -Ev 'grep|dhcp-proxy' || true`)

const comparisons = async (): Promise<ComparisonSummary[]> =>
  JSON.parse((await mustPilot('compare', '--list', '--json')).stdout) as ComparisonSummary[]

const newest = async (): Promise<ComparisonSummary> => {
  const [first] = await comparisons()
  if (first === undefined) throw new Error('there is no comparison')
  return first
}

/** Starts `pilot compare` without waiting for it; gives its pid on the host, and how it ends. */
const begin = async (...args: string[]) => {
  const pidFile = '/run/trial-compare.pid'
  await shell(`rm -f ${pidFile}`)
  const ended = host.exec(['bash', '-c', `echo $$ >${pidFile}; exec pilot compare "$@"`, 'bash', ...args])
  const pid = await until(
    'it runs',
    () => shell(`cat ${pidFile} 2>/dev/null || true`),
    (text) => text !== '',
  )
  return { pid, ended }
}

const untilOver = () =>
  until(
    'its unit is over',
    () => unitProperty('pilot-compare.service', 'ActiveState'),
    (state) => state === 'inactive',
    { timeout: 60_000 },
  )

const untilContainers = (count: number) =>
  until(
    `${count} containers`,
    async () => Number(await shell('pgrep -xc conmon || true')),
    (found) => found >= count,
    { timeout: 60_000 },
  )

const untilTenants = (letter: string) =>
  until(
    'its tenants are being made',
    () => shell(`getent passwd | grep -c '^compare-[0-9a-f]*-${letter}' || true`),
    (count) => Number(count) >= 2,
    { timeout: 60_000 },
  )

let before = ''

beforeAll(async () => {
  await installPrograms()
  // A user's own, whose name looks like one of a comparison's.
  await mustPilot('create-tenant', '--name=compare-shop')
  before = await fingerprint()
})
afterAll(async () => {
  await pilot('compare', '--clean')
  await purge('compare-shop')
})

describe('pilot compare', () => {
  it('measures every variant as an independent measurement does, and leaves the host as it was', async () => {
    const count = 3
    const watch = await host.spawn(['python3', `${programs}/pss-watch.py`])
    let watched = ''
    watch.stdout.on('data', (data: Buffer) => (watched += data.toString()))
    const { stdout, stderr } = await mustPilot('compare', `--count=${count}`, '--json')
    const closed = new Promise((resolve) => watch.on('close', resolve))
    watch.stdin.end()
    await closed

    expect(stderr).toBe('')
    const comparison = JSON.parse(stdout) as ComparisonDocument
    expect(comparison).toMatchObject({ state: 'done', problem: null, count, starts: 20 })
    expect(comparison.machine?.versions).toHaveProperty('podman')
    const seen = JSON.parse(watched) as { groups: Record<string, [number, number][]>; systemd: number[] }
    for (const { variant, state, memory, create, firstByte, warmByte, reason } of comparison.results) {
      if (variant === 'docker') {
        expect({ state, reason }).toEqual({ state: 'skipped', reason: 'docker is not installed.' })
        continue
      }
      expect({ variant, state, reason }).toEqual({ variant, state: 'measured', reason: null })
      expect(create?.values).toHaveLength(count)
      expect(firstByte?.values).toHaveLength(20)
      expect(warmByte?.values).toHaveLength(20)
      expect(warmByte?.median, `${variant} awake answers faster than asleep`).toBeLessThan(
        firstByte?.median ?? 0,
      )
      const parts = memory?.parts ?? []
      const pss = parts.reduce((sum, part) => sum + part.pss, 0)
      const processes = parts.reduce((sum, part) => sum + part.processes, 0)
      // Without controllers there is no such figure, and 0 would be a lie.
      if (comparison.machine?.controllers?.includes('memory') !== true) expect(memory?.cgroup).toBeNull()
      if (variant === 'tenant') {
        expect({ pss, processes }, 'tenants asleep have no process').toEqual({ pss: 0, processes: 0 })
        continue
      }
      const same = (seen.groups[variant] ?? [])
        .filter(([found]) => found === processes)
        .map(([, bytes]) => bytes)
      expect(same.length, `${variant} was seen with ${processes} processes`).toBeGreaterThan(0)
      const independent = same.toSorted((one, other) => one - other)[Math.floor(same.length / 2)] ?? 0
      console.log(
        `${variant}: ${pss} bytes by pilot compare, ${independent} by pss-watch.py (n=${same.length})`,
      )
      expect(Math.abs(pss / independent - 1), `${variant}: ${pss} against ${independent}`).toBeLessThan(0.25)
    }
    const of = (variant: string) =>
      comparison.results
        .find((result) => result.variant === variant)
        ?.memory?.parts.map(({ part, processes }) => [part, processes])
    expect(of('podman')).toEqual([
      ['app', count],
      ['monitor', count],
      ['network', 0],
    ])
    expect(of('user-tenant')).toEqual([
      ['app', 0],
      ['user-manager', 2 * count],
    ])
    await untilOver()
    expect(await fingerprint()).toBe(before)
  })

  it('shows what it has kept, as a table, as JSON and as CSV with the same values', async () => {
    const { id } = await newest()
    const shown = JSON.parse(
      (await mustPilot('compare', '--show', id, '--json')).stdout,
    ) as ComparisonDocument
    expect((await mustPilot('compare', '--show', id)).stdout).toMatch(/^podman +3 /m)
    const rows = (await mustPilot('compare', '--show', id, '--csv')).stdout.trim().split('\r\n')
    const firstBytes = rows.filter((row) => row.includes(',podman,') && row.includes(',firstByte,'))
    expect(firstBytes.map((row) => Number(row.split(',').at(-1)))).toEqual(
      shown.results.find(({ variant }) => variant === 'podman')?.firstByte?.values,
    )
    const actors = await mustPilot('audit', '--action=startComparison', '-n', '1', '--json')
    expect(JSON.parse(actors.stdout)).toMatchObject([
      { action: 'startComparison', result: 'done', tenant: null },
    ])
  })
})

describe('a comparison that is ended early leaves nothing', () => {
  it('by Ctrl-C while there are containers; the command answers when all is gone', async () => {
    const { pid, ended } = await begin('--count=3', '--variant=podman')
    await untilContainers(2)
    await shell(`kill -INT ${pid}`)
    const { exitCode, stderr } = await ended
    expect(exitCode).toBe(130)
    expect(stderr).toMatch(/nothing is left/)
    expect(await fingerprint()).toBe(before)
    expect(await newest()).toMatchObject({ state: 'cancelled' })
  })

  it('by SIGKILL of its process while tenants with managers of their own are being made', async () => {
    const { ended } = await begin('--count=8', '--variant=user-tenant')
    await untilTenants('u')
    await shell('systemctl kill --kill-whom=main --signal=KILL pilot-compare.service')
    expect(await ended).toMatchObject({ exitCode: 7 })
    await untilOver()
    expect(await fingerprint()).toBe(before)
    expect(await newest()).toMatchObject({ state: 'interrupted' })
  })

  it('by SIGKILL of all its processes with containers there, where it cannot clean up itself: the agent has it done', async () => {
    const dropIns = '/run/systemd/system/pilot-compare.service.d'
    await shell(
      `mkdir -p ${dropIns}; printf '[Service]\\nExecStopPost=\\n' >${dropIns}/trial.conf; systemctl daemon-reload`,
    )
    try {
      const { ended } = await begin('--count=3', '--variant=podman')
      await untilContainers(2)
      await shell('systemctl kill --kill-whom=all --signal=KILL pilot-compare.service')
      expect(await ended).toMatchObject({ exitCode: 7 })
    } finally {
      await shell(`rm -r ${dropIns}; systemctl daemon-reload`)
    }
    await untilOver()
    expect(await fingerprint()).toBe(before)
    expect(await newest()).toMatchObject({ state: 'interrupted' })
  })

  it('by SIGKILL of the command it goes on; --clean ends it, and tells what it removes', async () => {
    const { pid, ended } = await begin('--count=8', '--variant=tenant')
    await untilTenants('t')
    await shell(`kill -KILL ${pid}`)
    await ended
    const second = await pilot('compare', '--count=3')
    expect(second).toMatchObject({ exitCode: 5 })
    expect(second.stderr).toMatch(/still running/)
    const { stdout } = await mustPilot('compare', '--clean')
    expect(stdout).toMatch(/^removed tenant compare-[0-9a-f]{6}-t1$/m)
    expect(stdout).not.toContain('compare-shop')
    expect(await fingerprint()).toBe(before)
    expect(await newest()).toMatchObject({ state: 'cancelled' })
    expect((await mustPilot('compare', '--clean')).stdout).toBe('No comparison has left anything.\n')
  })
})

it('needs root, and says so', async () => {
  const outcome = await host.exec(['pilot', 'compare'], { user: 'nobody' })
  expect(outcome).toMatchObject({ exitCode: 4 })
  expect(outcome.stderr).toMatch(/root/)
})
