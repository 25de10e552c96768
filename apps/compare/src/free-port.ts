import { randomInt } from 'node:crypto'
import { createServer } from 'node:net'

/**
 * A port of the loopback on which nobody listens now. Below those that the kernel gives to clients (ip(7),
 * ip_local_port_range): a client that asks a closed port again and again would at last be connected to itself.
 */
export const freePort = async (): Promise<number> => {
  for (;;) {
    const port = randomInt(16_384, 32_768)
    if (await canListen(port)) return port
  }
}

const canListen = (port: number): Promise<boolean> => {
  const { promise, resolve } = Promise.withResolvers<boolean>()
  const server = createServer()
  server.on('error', () => resolve(false))
  server.listen({ host: '127.0.0.1', port }, () => server.close(() => resolve(true)))
  return promise
}
