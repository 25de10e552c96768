import { host, run, shell } from '../system/support/pilot.ts'
import { processesOf, unitProperty, untilAsleep } from '../system/support/machine.ts'
import { until } from '../system/support/until.ts'
import { signIn } from './support/operators.ts'
import { expect, test } from './support/test.ts'

const dropIn = '/run/systemd/system/pilot-web.service.d/idle.conf'

test.afterAll(() => shell(`rm -f ${dropIn}; systemctl daemon-reload; systemctl stop pilot-web.service`))

test('the web interface at rest has no process, and comes with its first page within 1.5 s', async ({
  page,
}) => {
  await signIn(page, 'admin')
  const times: number[] = []
  for (let round = 0; round < 5; round++) {
    // A page that is open would be a connection.
    await page.goto('about:blank')
    await until('it is at rest', stopAll, (pids) => pids.length === 0)
    const started = performance.now()
    await page.goto('/', { waitUntil: 'commit' })
    await page.getByRole('heading', { level: 1 }).waitFor()
    times.push(performance.now() - started)
  }
  const [, , median = Infinity] = times.toSorted((a, b) => a - b)
  tell(`first page after rest, agent asleep too: ${times.map((time) => time.toFixed(0)).join(', ')} ms`)
  expect(median).toBeLessThan(1500)
})

test('it leaves by itself when nobody is connected, and takes little memory while it is awake', async ({
  page,
}) => {
  await shell(`mkdir -p "$(dirname ${dropIn})"
    printf '[Service]\\nEnvironment=PILOT_IDLE=2s\\n' >${dropIn}
    systemctl daemon-reload; systemctl stop pilot-web.service`)
  await signIn(page, 'admin')
  await page.goto('/')
  const pid = await unitProperty('pilot-web.service', 'MainPID')
  const pss = Number(await run('sed', '-n', 's/^Pss: *\\([0-9]*\\) kB/\\1/p', `/proc/${pid}/smaps_rollup`))
  tell(`PSS of the web interface awake: ${(pss / 1024).toFixed(0)} MiB`)
  expect(pss).toBeLessThan(200 * 1024)

  await page.goto('about:blank')
  await untilAsleep('pilot-web')
  expect(await unitProperty('pilot-web.service', 'Result')).toBe('success')
  expect(await unitProperty('pilot-web.socket', 'ActiveState')).toBe('active')
})

/** What still runs afterwards: a request of the page that was left may cancel the stop, or start them again. */
const stopAll = async (): Promise<string[]> => {
  await host.exec(['systemctl', 'stop', 'pilot-web.service', 'pilot-agent.service'])
  const agent = await unitProperty('pilot-agent.service', 'MainPID')
  return [...(await processesOf('pilot-web')), ...(agent === '0' ? [] : [agent])]
}

/** Into the report, and onto the console. */
const tell = (figure: string): void => {
  test.info().annotations.push({ type: 'figure', description: figure })
  console.log(figure)
}
