import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { unitProperty } from './support/machine.ts'
import { host, mustPilot, purge, run, shell } from './support/pilot.ts'
import { installPrograms, programs } from './support/programs.ts'
import { until } from './support/until.ts'
import { visit } from './support/web.ts'

interface Status {
  readonly state: string
  readonly reason: string
  readonly failure: { count: number; result: string; status: number; retryAt: string } | null
}

const status = async (name: string): Promise<Status> =>
  JSON.parse((await mustPilot('show', name, '--json')).stdout) as Status

/** How many lines of the unit's journal the pattern of grep(1) fits. */
const countLines = async (unit: string, pattern: string): Promise<number> =>
  Number(await shell(`journalctl -o cat -u '${unit}' | grep -c '${pattern}' || true`))

/** How often systemd has started the unit's main process. */
const starts = (unit: string): Promise<number> => countLines(unit, '^Start\\(ed\\|ing\\) ')

beforeAll(async () => {
  await installPrograms()
  await mustPilot(
    'create-tenant',
    '--name=crasher',
    `--app=${programs}/crash.js`,
    '--activation=native',
    '--idle=2s',
  )
  await mustPilot(
    'create-tenant',
    '--name=pcrasher',
    `--app=${programs}/crash.sh`,
    '--activation=proxied',
    '--idle=2s',
  )
  await mustPilot('create-tenant', '--name=quitter', '--exec=/bin/true', '--activation=native')
})
afterAll(async () => {
  for (const name of ['crasher', 'pcrasher', 'quitter']) await purge(name)
})

describe.each(['crasher', 'pcrasher'])('a program that crashes at start (%s)', (name) => {
  it('does not spin, answers 503, and is shown as failing with the reason', async () => {
    const answer = await visit(`${name}.localhost`)
    expect([502, 503]).toContain(answer.status)

    const failing = await until(
      'it is failing',
      () => status(name),
      ({ state }) => state === 'failing',
    )

    expect(failing.failure).toMatchObject({ result: 'exit-code', status: 3 })
    expect(failing.reason).toContain('cannot start: no configuration')
    expect(await visit(`${name}.localhost`)).toMatchObject({ status: 503 })
    const before = await starts(`pilot@${name}.service`)
    expect(before, 'few starts until it was noticed').toBeLessThan(100)
  })

  it('recovers by itself once it is mended', async () => {
    await shell(
      `touch /var/lib/pilot/tenants/${name}/mended; chown ${name}: /var/lib/pilot/tenants/${name}/mended`,
    )

    await until(
      'it answers',
      () => visit(`${name}.localhost`),
      ({ status: code }) => code === 200,
      { timeout: 60_000 },
    )

    await until(
      'it is awake',
      () => status(name),
      ({ state }) => state === 'awake' || state === 'asleep',
    )
  })
})

describe('a program that is killed while visitors come all the time', () => {
  const name = 'stumbler'
  const service = `pilot@${name}.service`
  const visitors = 'pilot-test-visitors.service'

  beforeAll(async () => {
    await mustPilot('create-tenant', `--name=${name}`, '--idle=1min')
    // A waiting request starts the program again before its socket can be closed.
    const visiting = `while :; do curl -s -o /dev/null --max-time 5 -H "Host: ${name}.localhost" http://127.0.0.1/slow?ms=200; done`
    const all = Array.from({ length: 4 }, () => `(${visiting}) &`).join(' ')
    await run('systemd-run', `--unit=${visitors}`, '--', 'sh', '-c', `${all} wait`)
  })
  afterAll(async () => {
    await shell(`systemctl stop ${visitors} || true`)
    await purge(name)
  })

  /** Ends the program as the kernel does one that took too much memory, and waits until another runs. */
  const kill = async (): Promise<void> => {
    const running = await until('it runs', mainPid, (pid) => pid !== '0')
    await run('kill', '-KILL', running)
    await until('it runs anew', mainPid, (pid) => pid !== running && pid !== '0')
  }
  const mainPid = (): Promise<string> => unitProperty(service, 'MainPID')
  /** How often its socket was closed so far. */
  const closings = (): Promise<number> => countLines(`pilot@${name}.socket`, '^Closed ')
  /** How many failures the agent has counted. */
  const counted = (): Promise<number> =>
    countLines('pilot-agent.service', `"tenant":"${name}".*program failed`)

  it('stays open after two failures, of which each counts once', async () => {
    await kill()
    await kill()
    await until('the agent has counted both', counted, (count) => count >= 2)
    expect(await visit(`${name}.localhost`)).toMatchObject({ status: 200 })
    expect(await status(name)).toMatchObject({ state: 'awake', failure: null })
    expect(await closings()).toBe(0)
  })

  it('pauses for a second after the third, and is open again though its program ran when it was closed', async () => {
    const before = Date.now()
    await run('kill', '-KILL', await until('it runs', mainPid, (pid) => pid !== '0'))
    await until('its socket was closed', closings, (count) => count === 1)
    // Meanwhile Caddy's kept connections may still lead to the program.
    await until(
      'its socket is open',
      () => unitProperty(`pilot@${name}.socket`, 'ActiveState'),
      (state) => state === 'active',
    )
    await until(
      'it answers',
      () => visit(`${name}.localhost`),
      ({ status: code }) => code === 200,
    )
    expect(Date.now() - before).toBeLessThan(15_000)
    expect(await unitProperty(`pilot@${name}.socket`, 'ActiveState')).toBe('active')
    expect(await status(name)).toMatchObject({ state: 'awake', failure: null })
    expect(await closings()).toBe(1)
    expect(await counted()).toBe(3)
  })
})

describe('a program that ends with success at once, again and again', () => {
  it('does not spin either, and is shown as failing', async () => {
    const visiting = host.exec([
      'curl',
      '-s',
      '-o',
      '/dev/null',
      '--max-time',
      '30',
      '-H',
      'Host: quitter.localhost',
      'http://127.0.0.1/',
    ])

    await until(
      'it is failing',
      () => status('quitter'),
      ({ state }) => state === 'failing',
      { timeout: 40_000 },
    )

    await visiting
    expect(
      await run('systemctl', 'show', '--value', '--property=ActiveState', 'pilot@quitter.service'),
    ).not.toBe('activating')
    expect(await visit('quitter.localhost')).toMatchObject({ status: 503 })
  })
})
