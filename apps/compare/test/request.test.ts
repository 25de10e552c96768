import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, describe, expect, it } from 'vitest'
import { freePort } from '../src/free-port.ts'
import { timeToFirstByte } from '../src/request.ts'

const open: Server[] = []
afterEach(() => {
  for (const server of open.splice(0)) server.close()
})

/** Answers after so many milliseconds with this text; never, without one. */
const listen = (target: object, text?: string, after = 0): void => {
  const server = createServer((socket) => {
    socket.on('error', () => undefined)
    if (text !== undefined) socket.once('data', () => setTimeout(() => socket.end(text), after))
  })
  open.push(server.listen({ host: '127.0.0.1', ...target }))
}

const ok = 'HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n'

describe('the time to the first byte', () => {
  it('runs from the request, while nobody listens yet, to the answer', async () => {
    const port = await freePort()
    const time = timeToFirstByte({ host: '127.0.0.1', port })
    await wait(100)
    listen({ port }, ok)
    expect(await time).toBeGreaterThan(95)
    expect(await timeToFirstByte({ host: '127.0.0.1', port })).toBeLessThan(90)
  })

  it('is not that of an attempt which nobody answers: others are made beside it', async () => {
    const port = await freePort()
    listen({ port })
    const time = timeToFirstByte({ host: '127.0.0.1', port })
    await wait(100)
    open.splice(0).forEach((server) => server.close())
    await wait(20)
    listen({ port }, ok)
    expect(await time).toBeGreaterThan(95)
  })

  it('asks a Unix socket once, which is what wakes a tenant', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'pilot-request-'))
    const path = join(folder, 'app.sock')
    let asked = 0
    const server = createServer((socket) => {
      asked += 1
      socket.once('data', () => setTimeout(() => socket.end(ok), 80))
    })
    await new Promise<void>((resolve) => open.push(server.listen(path, resolve)))
    expect(await timeToFirstByte({ path })).toBeGreaterThan(75)
    expect(asked).toBe(1)
    await rm(folder, { recursive: true })
  })

  it('fails for an answer that is not 200, and for none at all', async () => {
    const [broken, silent] = [await freePort(), await freePort()]
    listen({ port: broken }, 'HTTP/1.1 500 Oh\r\n\r\n')
    await expect(timeToFirstByte({ host: '127.0.0.1', port: broken })).rejects.toThrow(/500 Oh/)
    await expect(timeToFirstByte({ host: '127.0.0.1', port: silent }, 50)).rejects.toThrow(/within 50 ms/)
  })
})
