import type { Comparison, HostSamples, TenantSamples } from '@pilot/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { lookAt } from '../system/support/look-at.ts'
import { openSessionOn } from '../system/support/open-session.ts'
import { speakTo } from '../system/support/speak-to.ts'
import { until } from '../system/support/until.ts'
import { visitorsOf } from '../system/support/visitors-of.ts'
import { makeDisk, removeDisk } from './support/disk.ts'
import { bootVirtualMachine, type VirtualMachine } from './support/virtual-machine.ts'

// A machine with a kernel of its own, because in a throw-away host the controllers may belong to the machine around
// it, and then nothing is counted and no limit holds. Slow: its processor is emulated.
let machine: VirtualMachine
const on = () => ({ ...speakTo(machine), ...lookAt(machine), ...visitorsOf(machine) })

beforeAll(async () => {
  machine = await bootVirtualMachine(await makeDisk())
}, 1_200_000)
afterAll(async () => {
  await machine[Symbol.asyncDispose]()
  await removeDisk()
}, 60_000)

interface Shown {
  readonly state: string
  readonly reason: string
  readonly memoryCurrent: number | null
  readonly pss: number | null
  readonly failure: { readonly result: string } | null
}

const show = async (name: string): Promise<Shown> =>
  JSON.parse((await on().mustPilot('show', name, '--json')).stdout) as Shown

/** A file of the control group of a unit that runs. */
const group = async (unit: string, file: string): Promise<string> => {
  const { run, unitProperty } = on()
  return run('cat', `/sys/fs/cgroup${await unitProperty(unit, 'ControlGroup')}/${file}`)
}

describe('on a machine with all controllers', () => {
  it('pilot check finds them', async () => {
    const { mustPilot, run } = on()
    const controllers = (await run('cat', '/sys/fs/cgroup/cgroup.controllers')).split(' ')
    expect(controllers).toEqual(expect.arrayContaining(['cpu', 'io', 'memory', 'pids']))

    const { findings } = JSON.parse((await mustPilot('check', '--json')).stdout) as {
      findings: { id: string; level: string; detail: string }[]
    }
    expect(findings.find(({ id }) => id === 'kernel.cgroup')).toMatchObject({
      level: 'ok',
      detail: expect.stringContaining('memory') as string,
    })
  })

  it("shows a tenant's bytes as its control group counts them, beside its PSS", async () => {
    const { mustPilot, askSample } = on()
    await mustPilot('create-tenant', '--name=counted', '--idle=1h')
    expect(await askSample('counted.localhost')).toMatchObject({ db_status: 'Connected' })

    const { memoryCurrent, pss } = await show('counted')
    const counted = Number(await group('pilot@counted.service', 'memory.current'))

    expect(counted).toBeGreaterThan(5 * 1024 ** 2)
    expect(memoryCurrent).toBeGreaterThan(counted * 0.8)
    expect(memoryCurrent).toBeLessThan(counted * 1.25)
    expect(pss).toBeGreaterThan(5 * 1024 ** 2)
  })

  it('keeps them over time, of the tenant and of the host', async () => {
    const { askSample, mustPilot } = on()
    const samplesOf = async (...name: string[]) =>
      (
        JSON.parse((await mustPilot('samples', ...name, '--hours=1', '--json')).stdout) as
          HostSamples | TenantSamples
      ).points
    const { samples, counted } = await until(
      'two samples of it awake',
      async () => {
        await askSample('counted.localhost')
        const samples = (await samplesOf('counted')).filter(({ memoryCurrent }) => memoryCurrent !== null)
        return { samples, counted: Number(await group('pilot@counted.service', 'memory.current')) }
      },
      ({ samples }) => samples.length > 1,
      { timeout: 300_000 },
    )

    for (const { memoryCurrent } of samples.slice(1)) {
      expect(memoryCurrent).toBeGreaterThan(counted * 0.8)
      expect(memoryCurrent).toBeLessThan(counted * 1.25)
    }
    expect(samples.at(-1)?.tasks).toBeGreaterThan(0)
    expect((await samplesOf()).at(-1)?.memoryCurrent).toBeGreaterThan(counted * 0.8)
  })

  it('a comparison tells them beside the PSS, where there is a control group', async () => {
    const { mustPilot } = on()
    const variants = ['tenant', 'awake', 'process'].map((variant) => `--variant=${variant}`)
    const { stdout } = await mustPilot('compare', '--count=2', ...variants, '--json')
    const [asleep, awake, process] = (JSON.parse(stdout) as Comparison).results.map(({ memory }) => memory)

    expect(asleep?.parts.every(({ processes }) => processes === 0)).toBe(true)
    expect(asleep?.cgroup ?? 0).toBe(0)
    const pss = awake?.parts.reduce((sum, part) => sum + part.pss, 0) ?? NaN
    // What is private to it is in both; shared libraries and files are counted by other rules.
    expect(awake?.cgroup).toBeGreaterThan(pss * 0.4)
    expect(awake?.cgroup).toBeLessThan(pss * 2.5)
    // These are in the comparison's own control group.
    expect(process).toMatchObject({ cgroup: null })
  })

  it('limits of a tenant that runs stand in its control group at once', async () => {
    await on().mustPilot('set', 'counted', '--memory-max=256M', '--cpu-quota=50%', '--tasks-max=50')

    expect(await group('pilot@counted.service', 'memory.max')).toBe(String(256 * 1024 ** 2))
    expect(await group('pilot@counted.service', 'cpu.max')).toBe('50000 100000')
    expect(await group('pilot@counted.service', 'pids.max')).toBe('50')
  })
})

describe('a tenant with a limit of memory', () => {
  const eat = (mib: number) => on().visit('hungry.localhost', `/eat?mib=${mib}`)

  beforeAll(async () => {
    const { mustPilot } = on()
    await mustPilot('create-tenant', '--name=hungry', '--app=/opt/slow/hungry.js', '--idle=1h')
    await mustPilot('set', 'hungry', '--memory-max=128M')
  }, 300_000)

  it('works within it', async () => {
    expect(await eat(10)).toEqual({ status: 200, body: '10 MiB\n' })
  })

  it('is killed by the kernel beyond it, and it alone', async () => {
    expect((await eat(300)).status).toBe(502)

    const { stdout } = await on().mustPilot('logs', 'hungry', '-n', '50')
    expect(stdout).toContain('killed by the OOM killer')
    expect(stdout).toContain("Failed with result 'oom-kill'")
    expect(await on().askSample('counted.localhost')).toMatchObject({ db_status: 'Connected' })
  })

  it('is shown as failing for that on the command line', async () => {
    const shown = await untilFailing(() => show('hungry'))
    expect(shown.failure).toMatchObject({ result: 'oom-kill' })
    expect(shown.reason).toContain('oom-kill')
  })

  it('and by the web interface', async () => {
    const ask = await askWeb()
    const shown = await untilFailing(() => ask('hungry'))
    expect(shown.failure).toMatchObject({ result: 'oom-kill' })
  })

  /** It is failing from its third end within a minute on, and only while its socket is closed for that. */
  const untilFailing = (look: () => Promise<Shown>): Promise<Shown> =>
    until(
      'it fails for want of memory',
      async () => {
        await eat(300)
        return look()
      },
      ({ state }) => state === 'failing',
      { timeout: 600_000 },
    )

  it('works again once the limit is lifted', async () => {
    await on().mustPilot('set', 'hungry', '--memory-max=infinity')

    await until(
      'it eats',
      () => eat(300),
      ({ status, body }) => status === 200 && body === '300 MiB\n',
      { timeout: 600_000 },
    )
  })
})

/** Asks as the page of a tenant does, through Caddy and the web interface. */
const askWeb = async (): Promise<(name: string) => Promise<Shown>> => {
  const { mustPilot, run, visit } = on()
  const { token } = await openSessionOn({ mustPilot, run }, 'watcher', 'viewer')
  return async (name) => {
    const answer = await visit(
      ...(['pilot.localhost', '/api/trpc/show', '-H', `Cookie: pilot-session=${token}`] as const),
      ...['-H', 'Origin: http://pilot.localhost', '-H', 'Content-Type: application/json'],
      ...['--data', JSON.stringify({ name })],
    )
    if (answer.status !== 200) throw new Error(`the web interface answered ${answer.status}: ${answer.body}`)
    return (JSON.parse(answer.body) as { result: { data: Shown } }).result.data
  }
}
