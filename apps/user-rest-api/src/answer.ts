import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Listening } from '@pilot/activation'
import type { Database } from './database.ts'
import { account } from './identity.ts'

interface Sources {
  database: Database
  listening: Promise<Listening>
}

/** `POST /echo` gives the body back, `GET /slow?ms=` waits first (0 to 60,000), any other GET tells of itself. */
export const answer = async (
  request: IncomingMessage,
  response: ServerResponse,
  sources: Sources,
): Promise<void> => {
  requests += 1
  const [path, query] = (request.url ?? '/').split('?', 2)
  if (request.method === 'POST' && path === '/echo') echo(request, response)
  else if (request.method !== 'GET' && request.method !== 'HEAD')
    sendJson(response, 405, { error: 'GET, or POST /echo' })
  else {
    if (path === '/slow') await wait(Number(new URLSearchParams(query).get('ms')))
    sendJson(response, 200, await report(sources))
  }
}

let requests = 0

const echo = (request: IncomingMessage, response: ServerResponse): void => {
  const type = request.headers['content-type'] ?? 'application/octet-stream'
  response.writeHead(200, { 'content-type': type })
  request.pipe(response)
}

const report = async ({ database, listening }: Sources): Promise<object> => ({
  linux_user: account,
  uid: process.getuid?.(),
  ...(await database.report()),
  pid: process.pid,
  activated: await listening,
  tenant: process.env['PILOT_TENANT'] ?? account,
  node: process.version,
  uptime_ms: Math.round(process.uptime() * 1000),
  requests,
})

const sendJson = (response: ServerResponse, status: number, value: object): void => {
  const body = `${JSON.stringify(value, null, 2)}\n`
  response.writeHead(status, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
  })
  response.end(body)
}

const wait = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, Math.min(Math.max(milliseconds || 0, 0), 60_000)))
