import { Agent } from 'node:http'
import { connect as connectHttp2 } from 'node:http2'
import { createConnection } from 'node:net'
import { once } from 'node:events'
import { describe, expect, test } from 'vitest'
import { ask, maskedFrame, openWebSocket } from './client.ts'
import { preloaded, program, start } from './programs.ts'
import { Supervisor } from './supervisor.ts'

const slept = (supervisor: Supervisor) => !supervisor.running && supervisor.ends.length > 0

describe('an unmodified program', () => {
  test('written with express answers on the inherited socket and exits with 0 when idle', async () => {
    await using supervisor = await start('express.cjs', '200ms')
    const pid = await supervisor.during(() => ask(supervisor.path, { path: '/pid' }))
    expect(Number(pid)).toBeGreaterThan(0)
    await supervisor.until(slept)
    expect(supervisor.ends).toEqual([0])
    expect(supervisor.output).toContain('listening {"address":"::","family":"IPv6","port":3000}')
  })

  test('written as an ES module is told the address that it asked for', async () => {
    await using supervisor = await start('plain.mjs', '200ms')
    const answer = await supervisor.during(() => ask(supervisor.path, { path: '/x' }))
    expect(JSON.parse(answer)).toMatchObject({ url: '/x' })
    await supervisor.until(slept)
    expect(supervisor.output).toContain('listening {"address":"127.0.0.1","family":"IPv4","port":4000}')
  })

  test('with a plain net server, on a path that it never makes', async () => {
    await using supervisor = await start('net.cjs', '200ms')
    const answer = await supervisor.during(async () => {
      const socket = createConnection(supervisor.path).setEncoding('utf8')
      const [text] = (await once(socket, 'data')) as [string]
      return text
    })
    expect(answer).toBe('net')
    await supervisor.until(slept)
    expect(supervisor.output).toContain('listening "/tmp/never-made.sock"')
  })

  test('with HTTP/2 stays awake for an open session and leaves after it', async () => {
    await using supervisor = await start('http2.mjs', '200ms')
    const session = connectHttp2('http://localhost', {
      createConnection: () => createConnection(supervisor.path),
    })
    const answer = await supervisor.during(async () => {
      const stream = session.request({ ':path': '/' }).setEncoding('utf8')
      const [text] = (await once(stream, 'data')) as [string]
      return text
    })
    expect(answer).toBe('http2')
    session.close()
    await supervisor.until(slept)
    expect(supervisor.ends).toEqual([0])
  })

  test("listens with its second server where it says, as without Pilot's preload", async () => {
    await using supervisor = await start('two-servers.mjs', '200ms')
    await supervisor.during(async () => {
      await supervisor.until(({ output }) => output.includes('metrics'))
      const port = Number(await ask(supervisor.path))
      const answer = await fetch(`http://127.0.0.1:${port}/`)
      expect(await answer.text()).toBe('metrics')
    })
  })

  test('passes nothing of it on to children and workers, whatever they listen on', async () => {
    await using supervisor = await start('children.mjs', '200ms')
    const ports = await supervisor.during(() => ask(supervisor.path))
    const { child, worker } = JSON.parse(ports) as { child: number; worker: number }
    expect(child).toBeGreaterThan(1023)
    expect(worker).toBeGreaterThan(1023)
  })

  test('that is a cluster serves from its workers and, since its connections cannot be seen, stays awake', async () => {
    await using supervisor = await start('cluster.cjs', '100ms')
    expect(await supervisor.during(() => ask(supervisor.path))).toBe('worker')
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(await supervisor.during(() => ask(supervisor.path))).toBe('worker')
    expect(supervisor.starts).toBe(1)
    supervisor.kill('SIGTERM')
    await supervisor.until(slept)
  })

  test('that computes longer than the idle time after listen() still answers who waits', async () => {
    await using supervisor = await start('busy-start.cjs', '100ms')
    expect(await supervisor.during(() => ask(supervisor.path))).toBe('here')
    expect(supervisor.starts).toBe(1)
  })

  test('without PILOT_IDLE gets the socket and stays awake until SIGTERM', async () => {
    await using supervisor = await start('express.cjs')
    await supervisor.during(() => ask(supervisor.path, { path: '/pid' }))
    supervisor.kill('SIGTERM')
    await supervisor.until(slept)
    expect(supervisor.ends).toEqual([0])
  })

  test('that takes its socket by the package is not taken over a second time', async () => {
    await using supervisor = await start('uses-package.ts', '200ms')
    expect(await supervisor.during(() => ask(supervisor.path))).toBe('socket')
    await supervisor.until(slept)
    expect(supervisor.output).toBe('closed\n')
  })
})

describe('what keeps it awake', () => {
  test('a request of three times the idle time is answered', async () => {
    await using supervisor = await start('express.cjs', '100ms')
    expect(await supervisor.during(() => ask(supervisor.path, { path: '/slow?ms=300' }))).toBe('done')
    expect(supervisor.starts).toBe(1)
  })

  test('a WebSocket held open for three times the idle time', async () => {
    await using supervisor = await start('websocket.mjs', '100ms')
    const socket = await supervisor.during(() => openWebSocket(supervisor.path))
    await new Promise((resolve) => setTimeout(resolve, 300))
    socket.write(maskedFrame('still here'))
    const [frame] = (await once(socket, 'data')) as [Buffer]
    expect(frame.subarray(2).toString()).toBe('still here')
    socket.end()
    await supervisor.until(slept)
    expect(supervisor.ends).toEqual([0])
    expect(supervisor.starts).toBe(1)
  })

  test('a keep-alive connection', async () => {
    await using supervisor = await start('express.cjs', '100ms')
    const agent = new Agent({ keepAlive: true, maxSockets: 1 })
    const first = await supervisor.during(() => ask(supervisor.path, { path: '/pid', agent }))
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(await ask(supervisor.path, { path: '/pid', agent })).toBe(first)
    agent.destroy()
    await supervisor.until(slept)
    expect(supervisor.starts).toBe(1)
  })
})

test('a connection outlasts the proxy, whatever keepAliveTimeout the program sets', async () => {
  await using supervisor = await start('short-keep-alive.cjs', '1h')
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const connections = supervisor.during(async () => {
    const first = await ask(supervisor.path, { agent })
    await new Promise((resolve) => setTimeout(resolve, 1500))
    return [first, await ask(supervisor.path, { agent })]
  })
  expect(await connections).toEqual(['1', '1'])
  agent.destroy()
})

describe('SIGTERM', () => {
  test('lets a request in work finish, its connection end, and the program leave with 0', async () => {
    await using supervisor = await start('express.cjs', '1h')
    const agent = new Agent({ keepAlive: true })
    const slow = supervisor.during(() => ask(supervisor.path, { path: '/slow?ms=300', agent }))
    await supervisor.during(() => ask(supervisor.path, { path: '/pid' }))
    supervisor.kill('SIGTERM')
    expect(await slow).toBe('done')
    const answered = Date.now()
    await supervisor.until(slept)
    expect(Date.now() - answered).toBeLessThan(1000)
    expect(supervisor.ends).toEqual([0])
    agent.destroy()
  })

  test('is followed by one more answer on a connection that was kept, which ends with it', async () => {
    await using supervisor = await start('express.cjs', '1h')
    const agent = new Agent({ keepAlive: true, maxSockets: 1 })
    const pid = await supervisor.during(() => ask(supervisor.path, { path: '/pid', agent }))
    supervisor.kill('SIGTERM')
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(await ask(supervisor.path, { path: '/pid', agent })).toBe(pid)
    await supervisor.until(slept)
    expect(supervisor.ends).toEqual([0])
  })

  test('loses no answer that came before the body of its request', async () => {
    await using supervisor = await start('own-sigterm.cjs', '1h')
    const socket = await supervisor.during(async () => {
      await ask(supervisor.path)
      const connected = createConnection(supervisor.path).setEncoding('utf8')
      await once(connected, 'connect')
      connected.write('POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\n\r\nbody')
      await once(connected, 'data')
      return connected
    })
    supervisor.kill('SIGTERM')
    await new Promise((resolve) => setTimeout(resolve, 100))
    socket.write('POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\n\r\n')
    const [answer] = (await once(socket, 'data')) as [string]
    expect(answer.toLowerCase()).toContain('connection: close')
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(supervisor.running).toBe(true)
    expect(socket.readableEnded).toBe(false)
    socket.write('body')
    await once(socket, 'close')
    await supervisor.until(slept)
  })

  test('leaves a connection that is kept and not used to the proxy for two seconds', async () => {
    await using supervisor = await start('express.cjs', '1h')
    const agent = new Agent({ keepAlive: true })
    await supervisor.during(() => ask(supervisor.path, { path: '/pid', agent }))
    const asked = Date.now()
    supervisor.kill('SIGTERM')
    await supervisor.until(slept)
    expect(Date.now() - asked).toBeGreaterThan(1900)
    expect(Date.now() - asked).toBeLessThan(4000)
    expect(supervisor.ends).toEqual([0])
    agent.destroy()
  })

  test('is followed by one more answer where a listener of the program closes the server', async () => {
    await using supervisor = await start('own-sigterm.cjs', '1h')
    const agent = new Agent({ keepAlive: true, maxSockets: 1 })
    await supervisor.during(() => ask(supervisor.path, { agent }))
    supervisor.kill('SIGTERM')
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(await ask(supervisor.path, { agent })).toBe('here')
    await supervisor.until(slept)
    expect(supervisor.ends).toEqual([7])
  })

  test('gives a silent WebSocket five seconds', { timeout: 15_000 }, async () => {
    await using supervisor = await start('websocket.mjs', '1h')
    const socket = await supervisor.during(() => openWebSocket(supervisor.path))
    const asked = Date.now()
    supervisor.kill('SIGTERM')
    await once(socket, 'close')
    expect(Date.now() - asked).toBeGreaterThan(4900)
    await supervisor.until(slept)
    expect(supervisor.ends).toEqual([0])
  })

  test('is left to a program that has a listener of its own', async () => {
    await using supervisor = await start('own-sigterm.cjs', '1h')
    await supervisor.during(() => ask(supervisor.path))
    supervisor.kill('SIGTERM')
    await supervisor.until(slept)
    expect(supervisor.ends).toEqual([7])
  })

  test('loses none of the requests that come while the program is restarted again and again', async () => {
    await using supervisor = await start('express.cjs', '1h')
    for (let round = 0; round < 15; round += 1) {
      const answers = supervisor.during(() =>
        Promise.all(Array.from({ length: 8 }, (_, index) => post(supervisor, `${round}.${index}`))),
      )
      if (round % 2 === 1) supervisor.kill('SIGTERM')
      expect(await answers).toHaveLength(8)
    }
    expect(supervisor.starts).toBeGreaterThan(2)
  })
})

test('a started program without an inherited socket listens where it says', async () => {
  await using supervisor = await Supervisor.start(['env', '-u', 'LISTEN_PID', ...program('express.cjs')], {
    ...preloaded(),
    PORT: '0',
  })
  void supervisor.during(() => supervisor.until(slept))
  await supervisor.until(({ output }) => output.includes('listening'))
  const { port } = JSON.parse(supervisor.output.replace('listening ', '')) as { port: number }
  expect(await (await fetch(`http://127.0.0.1:${port}/slow?ms=1`)).text()).toBe('done')
})

const post = async (supervisor: Supervisor, body: string): Promise<void> => {
  expect(await ask(supervisor.path, { method: 'POST', body })).toBe(body)
}
