import { Agent } from 'node:http'
import { createConnection } from 'node:net'
import { once } from 'node:events'
import { describe, expect, onTestFinished, test } from 'vitest'
import { ask } from './client.ts'
import { preloaded, program } from './programs.ts'
import { Supervisor } from './supervisor.ts'

const line =
  /^<7>pilot: awake since (\d{13}\.\d), ready after (\d+\.\d) ms(?:, answered after (\d+\.\d) ms)?$/gm

/** As systemd starts a tenant whose standard error is the journal (JOURNAL_STREAM, systemd.exec(5)). */
const start = async (name: string, stream = '$(stat -L -c %d:%i /dev/fd/2)'): Promise<Supervisor> => {
  const script = `JOURNAL_STREAM=${stream} exec "$@"`
  const environment = { ...preloaded('200ms'), PILOT_TENANT: 'shop' }
  const supervisor = await Supervisor.start(['/bin/sh', '-c', script, 'sh', ...program(name)], environment)
  onTestFinished(() => supervisor[Symbol.asyncDispose]())
  return supervisor
}

const slept = (supervisor: Supervisor): boolean => !supervisor.running && supervisor.ends.length > 0

const toldBy = ({ output }: Supervisor) =>
  [...output.matchAll(line)].map(([, ...times]) =>
    times.map((time: string | undefined) => (time === undefined ? null : Number(time))),
  )

describe('a program whose standard error is the journal', () => {
  test('tells once when it began, was ready, and answered, however many it answers', async () => {
    const supervisor = await start('plain.mjs')
    const before = Date.now()
    await supervisor.during(async () => {
      for (let request = 0; request < 3; request += 1) await ask(supervisor.path)
    })
    const after = Date.now()
    await supervisor.until(slept)
    const [times, ...more] = toldBy(supervisor)
    expect(more).toEqual([])
    const [begun, ready, answered] = times ?? []
    expect(begun).toBeGreaterThanOrEqual(before - 1)
    expect(ready).toBeGreaterThan(0)
    expect(answered).toBeGreaterThan(ready ?? Infinity)
    expect((begun ?? Infinity) + (answered ?? Infinity)).toBeLessThanOrEqual(after + 1)
  })

  test('tells it of a plain net server too', async () => {
    const supervisor = await start('net.cjs')
    await supervisor.during(async () => {
      const socket = createConnection(supervisor.path).setEncoding('utf8')
      await once(socket, 'data')
      socket.destroy()
    })
    await supervisor.until(slept)
    expect(toldBy(supervisor)).toEqual([[expect.any(Number), expect.any(Number), expect.any(Number)]])
  })

  test('that no visitor woke tells when it was ready, and of no visitor who comes later', async () => {
    const supervisor = await start('plain.mjs')
    // Started without anybody who waits at the socket, as `pilot wake` does.
    await supervisor.during(() => supervisor.until(({ output }) => output.includes('awake since')))
    const agent = new Agent()
    await ask(supervisor.path, { agent })
    await supervisor.until(slept)
    expect(toldBy(supervisor)).toEqual([[expect.any(Number), expect.any(Number), null]])
  })

  test('gives its answers whole', async () => {
    const supervisor = await start('echo.cjs')
    const body = 'x'.repeat(10_000)
    const answer = await supervisor.during(() => ask(supervisor.path, { method: 'POST', body }))
    expect(answer).toBe(body)
  })
})

test('a program whose standard error is anything else says nothing', async () => {
  const supervisor = await start('plain.mjs', '1:1')
  await supervisor.during(() => ask(supervisor.path))
  await supervisor.until(slept)
  expect(toldBy(supervisor)).toEqual([])
})
