import { request } from 'node:http'
import type { Agent } from 'node:http'
import { once } from 'node:events'
import type { Duplex } from 'node:stream'

interface Asked {
  method?: string
  path?: string
  body?: string
  agent?: Agent
}

/** One request over a Unix socket; without an agent on a connection of its own. Rejects if anything is lost. */
export const ask = (socketPath: string, asked: Asked = {}): Promise<string> =>
  new Promise((resolve, reject) => {
    const { method = 'GET', path = '/', body, agent } = asked
    const outgoing = request(
      { socketPath, method, path, agent: agent ?? false, headers: { 'content-type': 'text/plain' } },
      (response) => {
        response.setEncoding('utf8')
        let text = ''
        response.on('data', (part: string) => (text += part))
        response.on('end', () => resolve(text))
        response.on('error', reject)
      },
    )
    outgoing.on('error', reject)
    outgoing.end(body)
  })

/** Opens a WebSocket (RFC 6455, 4.1) over a Unix socket and answers its bare connection. */
export const openWebSocket = async (socketPath: string): Promise<Duplex> => {
  const headers = {
    connection: 'Upgrade',
    upgrade: 'websocket',
    'sec-websocket-version': '13',
    'sec-websocket-key': Buffer.alloc(16).toString('base64'),
  }
  const outgoing = request({ socketPath, agent: false, headers }).end()
  const [, socket] = (await once(outgoing, 'upgrade')) as [unknown, Duplex]
  return socket
}

/** A text frame as a client sends it (RFC 6455, 5.2), masked with zeros; `text` of up to 125 bytes. */
export const maskedFrame = (text: string): Buffer =>
  Buffer.concat([Buffer.from([0x81, 0x80 | text.length, 0, 0, 0, 0]), Buffer.from(text)])
