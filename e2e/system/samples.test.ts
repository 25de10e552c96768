import type { HostSamples, TenantSamples, WakeTimes } from '@pilot/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { processesOf, uidOf, unitProperty, untilAsleep } from './support/machine.ts'
import { host, mustPilot, pilot, purge, run, shell } from './support/pilot.ts'
import { installPrograms, programs } from './support/programs.ts'
import { until } from './support/until.ts'
import { visit } from './support/web.ts'

const ask = async <Answer>(...args: string[]): Promise<Answer> =>
  JSON.parse((await mustPilot(...args, '--json')).stdout) as Answer

const wakesOf = (name: string): Promise<WakeTimes> => ask('wakes', name)

/** PSS of processes as the kernel tells it, without Pilot. */
const pssOf = async (pids: readonly string[]): Promise<number> =>
  Number(
    await shell(
      `cat ${pids.map((pid) => `/proc/${pid}/smaps_rollup`).join(' ')} | awk '/^Pss:/ { sum += $2 } END { print sum * 1024 }'`,
    ),
  )

const agree = (ours: number | null, theirs: number): void => {
  expect(doAgree(ours, theirs), `${ours} of samples, ${theirs} of the kernel`).toBe(true)
}

/** Within a quarter: between the two readings the programs live on. */
const doAgree = (ours: number | null | undefined, theirs: number): boolean =>
  (ours ?? 0) > theirs * 0.75 && (ours ?? 0) < theirs * 1.25

const hostPoints = async (): Promise<HostSamples['points']> =>
  (await ask<HostSamples>('samples', '--hours=1')).points

const newest = async (): Promise<string> => (await hostPoints()).at(-1)?.at ?? ''

const secondsBetween = (points: HostSamples['points']): number[] =>
  points.slice(1).map(({ at }, index) => (Date.parse(at) - Date.parse(points[index]?.at ?? '')) / 1000)

/** Pids of samplers, of either timer. */
const samplers = async (): Promise<string[]> =>
  (await host.exec(['pgrep', '-f', '^/usr/lib/pilot/bin/node /usr/lib/pilot/sample.js'])).stdout
    .split('\n')
    .filter((pid) => pid !== '')

const tenants = ['sampled', 'usampled', 'psampled']
/** Milliseconds, as a visitor measured the first answer of each. */
const visits = new Map<string, number>()

beforeAll(async () => {
  await installPrograms()
  await mustPilot('create-tenant', '--name=sampled', '--idle=10min')
  await mustPilot('create-tenant', '--name=usampled', '--scope=user', '--idle=10min')
  await mustPilot(
    ...[
      'create-tenant',
      '--name=psampled',
      '--idle=10min',
      `--exec=/usr/bin/python3 ${programs}/port-only.py`,
    ],
  )
  // Where a sample has seen them asleep, the next one knows that they woke; the very first of a host cannot.
  const made = new Date().toISOString()
  await until('a sample of them asleep', newest, (at) => at >= made, { timeout: 90_000 })
  for (const name of tenants) {
    const begun = performance.now()
    expect((await visit(`${name}.localhost`)).status).toBe(200)
    visits.set(name, performance.now() - begun)
  }
  // The journal is read once a minute.
  for (const name of tenants)
    await until(
      `the wake of ${name} is known with its time`,
      () => wakesOf(name),
      ({ whole }) => (whole?.n ?? 0) > 0,
      { timeout: 150_000 },
    )
})
afterAll(async () => {
  for (const name of tenants) await purge(name)
})

describe('the sampler', () => {
  it('is started by its timers since the installation, and by the next boot', async () => {
    const wanted = await unitProperty('timers.target', 'Wants')
    for (const timer of ['pilot-sample.timer', 'pilot-sample-rest.timer']) {
      expect(await unitProperty(timer, 'ActiveState'), timer).toBe('active')
      expect(wanted).toContain(timer)
    }
  })

  it('is one process while a tenant is awake, which looks every ten seconds and says nothing', async () => {
    const [sampler] = await samplers()
    const before = await newest()
    const points = await until(
      'three more samples',
      async () => (await hostPoints()).filter(({ at }) => at >= before),
      ({ length }) => length > 3,
      { timeout: 60_000 },
    )
    expect(secondsBetween(points)).toEqual(points.slice(1).map(() => 10))
    expect(await samplers()).toEqual([sampler])
    expect(sampler).toBe(await unitProperty('pilot-sample.service', 'MainPID'))
    expect(
      await shell(
        'journalctl -u pilot-sample.service -u pilot-sample-rest.service --quiet --no-pager -o cat',
      ),
    ).toBe('')
  })

  it.each(['KILL', 'TERM'])('that got SIG%s is there again, and samples go on', async (signal) => {
    const [before] = await samplers()
    const at = await newest()
    await run('systemctl', 'kill', `--signal=${signal}`, 'pilot-sample.service')
    await until('its timer has started another', samplers, ([pid]) => pid !== undefined && pid !== before)
    await until('it has taken a sample', newest, (seen) => seen > at)
    expect(await unitProperty('pilot-sample.service', 'ActiveState')).toBe('active')
  })

  it('whose file was thrown away makes a new one', async () => {
    // The agent has it open too.
    await shell(`
      mkdir /var/lib/pilot/kept-samples && mv /var/lib/pilot/samples/* /var/lib/pilot/kept-samples
      systemctl stop pilot-agent.service`)
    const points = await until('samples begin anew', hostPoints, ({ length }) => length > 1, {
      timeout: 60_000,
    })
    expect(points.length).toBeLessThan(6)
    await shell(`
      systemctl stop pilot-sample.timer pilot-sample.service pilot-agent.service
      rm /var/lib/pilot/samples/*
      mv /var/lib/pilot/kept-samples/* /var/lib/pilot/samples && rmdir /var/lib/pilot/kept-samples
      systemctl start pilot-sample.timer`)
    await until('the timer goes on', samplers, ({ length }) => length === 1)
  })

  it('takes less than a hundredth of a core, and tells how much', async () => {
    const { cost } = await ask<HostSamples>('samples', '--hours=1')
    console.log(`a sample takes ${JSON.stringify(cost)}`)
    // Under a third of one where the machine has nothing else to do, which it has in a test.
    expect(cost?.ofCore).toBeLessThan(0.01)
    expect(cost?.cpuMilliseconds).toBeGreaterThan(1)
  })

  it('writes where no tenant can read, and metrics where every other account can', async () => {
    const uid = String(await uidOf('sampled'))
    const group = await run('getent', 'group', 'pilot-tenants')
    const asTenant = ['setpriv', `--reuid=${uid}`, `--regid=${uid}`, `--groups=${group.split(':')[2] ?? ''}`]
    const asOther = ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups']
    const reads = async (who: readonly string[], path: string): Promise<boolean> =>
      (await host.exec([...who, '--', 'cat', path])).exitCode === 0
    const [samples, metrics] = ['/var/lib/pilot/samples/samples.db', '/var/lib/pilot/metrics/pilot.prom']
    expect([await reads(asTenant, samples), await reads(asTenant, metrics)]).toEqual([false, false])
    expect([await reads(asOther, samples), await reads(asOther, metrics)]).toEqual([false, true])
    expect(await run('stat', '-c', '%a %U', samples)).toBe('600 root')
  })
})

describe('samples', () => {
  it.each(['sampled', 'psampled'])('of %s agree with /proc', async (name) => {
    const { resolution, points } = await ask<TenantSamples>('samples', name, '--hours=1')
    expect(resolution).toBe(10)
    agree(points.at(-1)?.pss ?? null, await pssOf(await processesOf(name)))
    expect(points.at(-1)?.awakeSeconds).toBe(10)
    expect(points.reduce((sum, { wakes }) => sum + wakes, 0)).toBe(1)
  })

  it('of a tenant in user scope hold its own manager, without which it would not be', async () => {
    const { points } = await ask<TenantSamples>('samples', 'usampled', '--hours=1')
    const pids = await processesOf('usampled')
    // The program, systemd --user and (sd-pam).
    expect(pids.length).toBeGreaterThanOrEqual(3)
    agree(points.at(-1)?.pss ?? null, await pssOf(pids))
  })

  it('of the host agree with /proc: tenants, PID 1, and what is available', async () => {
    const read = async () => {
      const { points } = await ask<HostSamples>('samples', '--hours=1')
      const meminfo = await shell(`awk '/^Mem(Total|Available):/ { print $2 * 1024 }' /proc/meminfo`)
      const [total = 0, available = 0] = meminfo.split('\n').map(Number)
      return { last: points.at(-1), systemd: await pssOf(['1']), total, available }
    }
    // PID 1 is weighed once a minute, and between two samples other programs of this machine come and go.
    const { last, total } = await until(
      'a sample agrees',
      read,
      ({ last: sample, systemd, available }) =>
        doAgree(sample?.systemd, systemd) && doAgree(sample?.available, available),
      { timeout: 90_000 },
    )
    expect(last?.total).toBe(total)
    expect(last?.awake).toBeGreaterThanOrEqual(3)
  })

  it('know the processor time of a program that works', async () => {
    const used = async (): Promise<number> => {
      const { points } = await ask<TenantSamples>('samples', 'sampled', '--hours=1')
      return points.reduce((sum, { cpuSeconds }) => sum + (cpuSeconds ?? 0), 0)
    }
    const cgroup = '/sys/fs/cgroup/system.slice/system-pilot.slice/pilot@sampled.service/cpu.stat'
    const real = async (): Promise<number> =>
      Number(await shell(`awk '/^usage_usec/ { print $2 / 1e6 }' ${cgroup}`))
    const [before, realBefore] = [await used(), await real()]
    await shell(
      `seq 400 | xargs -P 2 -I{} curl -s -o /dev/null -H 'Host: sampled.localhost' http://127.0.0.1/?{}`,
    )
    const worked = (await real()) - realBefore
    await until(
      'the samples have it',
      async () => (await used()) - before,
      (seen) => seen > worked * 0.75 && seen < worked * 1.25,
    )
  })

  it('leave null what this machine has no controller for, and are of the cgroup where it has one', async () => {
    const { points } = await ask<TenantSamples>('samples', 'sampled', '--hours=1')
    const cgroup = '/sys/fs/cgroup/system.slice/system-pilot.slice/pilot@sampled.service'
    const memory = (await host.exec(['cat', `${cgroup}/memory.current`])).stdout.trim()
    if (memory === '') expect(points.at(-1)).toMatchObject({ memoryCurrent: null, tasks: null })
    else agree(points.at(-1)?.memoryCurrent ?? null, Number(memory))
  })
})

describe('a wake', () => {
  it.each(['sampled', 'usampled'])('of %s has its parts, which make up the whole', async (name) => {
    const { wakes, whole, start, ready, firstByte } = await wakesOf(name)
    expect([wakes, whole?.n, start?.n, ready?.n, firstByte?.n]).toEqual([1, 1, 1, 1, 1])
    const sum = (start?.p50 ?? 0) + (ready?.p50 ?? 0) + (firstByte?.p50 ?? 0)
    expect(whole?.p50).toBeCloseTo(sum, 1)
    // What a visitor waits for has this in it.
    expect(whole?.p50).toBeLessThan(visits.get(name) ?? 0)
    for (const part of [start, ready, firstByte]) expect(part?.p50).toBeGreaterThan(0)
  })

  it('of a proxied tenant lasts until its program takes connections, and has no parts', async () => {
    const { whole, start, ready, firstByte } = await wakesOf('psampled')
    expect([whole?.n, start, ready, firstByte]).toEqual([1, null, null, null])
    expect(whole?.p50).toBeLessThan(visits.get('psampled') ?? 0)
  })

  it('is told with its parts, as a table and among the last ones', async () => {
    const { stdout } = await mustPilot('wakes', 'sampled')
    expect(stdout).toMatch(/^whole +1 +\d+\.\d ms/m)
    expect(stdout).toMatch(/sampled +\d+\.\d ms +\d+\.\d ms +\d+\.\d ms +runs/)
  })

  it('leaves a line in the journal that `pilot logs` shows only when asked', async () => {
    const line = 'pilot: awake since'
    expect((await mustPilot('logs', 'sampled')).stdout).not.toContain(line)
    expect((await mustPilot('logs', 'sampled', '--wakes')).stdout).toContain(line)
  })
})

it('metrics are written whole, for whoever collects them', async () => {
  const file = await run('cat', '/var/lib/pilot/metrics/pilot.prom')
  expect(file).toMatch(/^pilot_tenant_memory_pss_bytes\{tenant="sampled"\} \d+$/m)
  expect(file).toMatch(/^pilot_wakes_total [1-9]\d*$/m)
  const { stdout } = await mustPilot('metrics')
  expect(stdout).toContain('pilot_tenant_wakes_total{tenant="sampled"} 1\n')
  expect(stdout).toMatch(/^pilot_sampling_core_ratio 0\.0\d+$/m)
})

it('nothing is left of the figures of a tenant that was purged', async () => {
  await run('systemctl', 'stop', 'pilot@psampled.service')
  await untilAsleep('psampled')
  await mustPilot('delete-tenant', '--name=psampled', '--purge')
  expect((await pilot('samples', 'psampled')).exitCode).toBe(3)
  const names = await run(
    ...['/usr/lib/pilot/bin/node', '-e'],
    `const { DatabaseSync } = require('node:sqlite')
     const samples = new DatabaseSync('/var/lib/pilot/samples/samples.db')
     console.log(samples.prepare('SELECT name FROM tenants').all().map(({ name }) => name).join(' '))`,
  )
  expect(names.split(' ')).toContain('sampled')
  expect(names.split(' ')).not.toContain('psampled')
})

describe('while all sleep', () => {
  beforeAll(async () => {
    await mustPilot('sleep', 'sampled')
    await mustPilot('sleep', 'usampled')
    await until('the sampler has left', samplers, (pids) => pids.length === 0, { timeout: 120_000 })
  }, 150_000)

  it('PID 1 finds nobody awake every ten seconds, and starts nothing', async () => {
    const asked = (): Promise<string> => unitProperty('pilot-sample.service', 'ConditionTimestampMonotonic')
    const started = (): Promise<string> =>
      unitProperty('pilot-sample.service', 'ExecMainStartTimestampMonotonic')
    const before = await started()
    const times = new Set<string>()
    await until(
      'it has looked three times',
      async () => times.add(await asked()),
      ({ size }) => size > 3,
      { timeout: 60_000 },
    )
    expect(await started()).toBe(before)
    expect(await unitProperty('pilot-sample.service', 'ConditionResult')).toBe('no')
    expect(await shell('journalctl -u pilot-sample-rest.service --quiet --no-pager -o cat')).toBe('')
  })

  it('one look a minute tells of all of it, and leaves', async () => {
    const looked = (): Promise<string> =>
      unitProperty('pilot-sample-rest.service', 'ExecMainExitTimestampMonotonic')
    const before = await looked()
    await until('it looked', looked, (seen) => seen !== before && seen !== '0', { timeout: 90_000 })
    const at = await newest()
    const after = await looked()
    await until('it looked again', looked, (seen) => seen !== after, { timeout: 90_000 })
    const points = (await hostPoints()).filter((point) => point.at >= at)
    expect(points).toHaveLength(7)
    expect(secondsBetween(points)).toEqual([10, 10, 10, 10, 10, 10])
    expect(points.map(({ awake }) => awake)).toEqual(points.map(() => 0))
    expect(await samplers()).toEqual([])
    expect(await unitProperty('pilot-sample-rest.service', 'Result')).toBe('success')
  })

  it.each(['sampled', 'usampled'])('%s wakes, and is seen within ten seconds', async (name) => {
    expect((await visit(`${name}.localhost`)).status).toBe(200)
    await until('the sampler is there', samplers, ({ length }) => length === 1, { timeout: 15_000 })
    await until('it saw it', hostPoints, (points) => (points.at(-1)?.awake ?? 0) > 0)
    await mustPilot('sleep', name)
    await until('the sampler has left', samplers, (pids) => pids.length === 0, { timeout: 120_000 })
  })
})
