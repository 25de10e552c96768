import { afterAll, beforeAll, describe, expect, it } from 'vitest'
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

/** How often systemd has started the unit's main process, from the journal. */
const starts = async (unit: string): Promise<number> =>
  Number(await shell(`journalctl -o cat -u '${unit}' | grep -c '^Start\\(ed\\|ing\\) ' || true`))

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
