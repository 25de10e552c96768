import { request } from 'node:http'
import type { RequestOptions } from 'node:http'
import { text } from 'node:stream/consumers'
import { PilotError } from '@pilot/contract'
import pLimit from 'p-limit'
import type { Caddy } from '../ports/caddy.ts'
import { HostFailure } from '../ports/host-failure.ts'
import { ProgramFailed, run } from './run.ts'

/** Caddy's admin API (caddyserver.com/docs/api). Changes go one after the other: each loads the whole config anew. */
export const linuxCaddy = (address: string): Caddy => {
  const serialised = pLimit(1)
  const change = (method: string, path: string, value: unknown): Promise<void> =>
    serialised(async () => {
      const reply = await send(address, method, path, value)
      if (reply.status >= 400) throw refusal(method, path, reply)
    })
  let program: Promise<string> | undefined
  return {
    address,
    version: async () => {
      // Any answer will do: the admin API has none that tells the version.
      await send(address, 'GET', '/config/admin')
      program ??= readVersion()
      return program
    },
    get: async (path) => {
      const reply = await send(address, 'GET', path)
      if (isAbsent(reply)) return undefined
      if (reply.status >= 400) throw refusal('GET', path, reply)
      return (JSON.parse(reply.body) as unknown) ?? undefined
    },
    put: (path, value) => change('PUT', path, value),
    patch: (path, value) => change('PATCH', path, value),
    post: (path, value) => change('POST', path, value),
    delete: (path) =>
      serialised(async () => {
        const reply = await send(address, 'DELETE', path)
        if (reply.status >= 400 && !isAbsent(reply)) throw refusal('DELETE', path, reply)
      }),
  }
}

/** `v2.10.0 h1:...`, or the bare version where Debian has built it. */
const readVersion = async (): Promise<string> => {
  try {
    const { stdout } = await run('caddy', ['version'], { timeout: 5_000 })
    return stdout.split(' ', 1)[0]?.trim() ?? ''
  } catch (error) {
    // Caddy may be another program than the one on PATH, in a container or elsewhere.
    if (error instanceof ProgramFailed) return ''
    throw error
  }
}

interface Reply {
  readonly status: number
  readonly body: string
}

const refusal = (method: string, path: string, { status, body }: Reply): HostFailure =>
  new HostFailure({ code: 'caddy-refused', method, path, status, words: body.trim() })

/** 404 for an unknown @id or key, 400 for a path through something that is not there. */
const isAbsent = ({ status, body }: Reply): boolean =>
  status === 404 || (status === 400 && body.includes('invalid traversal path'))

const send = async (address: string, method: string, path: string, value?: unknown): Promise<Reply> => {
  const { promise, resolve, reject } = Promise.withResolvers<Reply>()
  const options = { ...target(address), method, path, agent: false, signal: AbortSignal.timeout(limit) }
  const outgoing = request(options, (incoming) => {
    text(incoming).then((body) => resolve({ status: incoming.statusCode ?? 0, body }), reject)
  })
  outgoing.on('error', reject)
  if (value !== undefined) outgoing.setHeader('content-type', 'application/json')
  outgoing.end(value === undefined ? undefined : JSON.stringify(value))
  try {
    return await promise
  } catch (error) {
    const detail = `${address}: ${error instanceof Error ? error.message : String(error)}`
    throw new PilotError({ code: 'service-down', service: 'caddy', detail }, { cause: error })
  }
}

/** Milliseconds; loading a config waits for all modules of it to start. */
const limit = 30_000

const target = (address: string): RequestOptions => {
  // Caddy checks Host against where it listens, which on a Unix socket is nothing (allowedOrigins in its admin.go).
  // Without setHost: false Node takes an empty Host for none and sends `localhost`, which Caddy refuses.
  if (address.startsWith('unix/'))
    return { socketPath: address.slice('unix/'.length), setHost: false, headers: { host: '' } }
  const { hostname, port } = new URL(`http://${address}`)
  return { hostname: hostname.replace(/^\[|\]$/g, ''), port, headers: { host: address } }
}
