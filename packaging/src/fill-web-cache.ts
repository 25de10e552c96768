import { mkdtempSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { flushCompileCache } from 'node:module'
import { Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

// `NODE_COMPILE_CACHE=FOLDER node fill-cache.mjs` fills FOLDER with the compiled code of the web interface: starts
// it, and asks it what a browser asks first. It needs neither the agent nor a port. Node keeps a cache per user id
// (v26: `GetCacheVersionTag` in src/compile_cache.cc), so this must run as the user of pilot-web.service.

const directory = mkdtempSync(join(tmpdir(), 'pilot-web-'))
const socketPath = join(directory, 'socket')
const paths = ['/', '/sign-in', '/welcome', '/api/trpc/me']

// In place of a port, which may be taken, and which others could come by.
const listen = Reflect.get(Server.prototype, 'listen') as (this: Server, path: string) => Server
Server.prototype.listen = function (this: Server, ...given: unknown[]) {
  this.once('listening', () => void warmUp())
  const callback = given.findLast((argument) => typeof argument === 'function')
  if (callback) this.once('listening', callback as () => void)
  return listen.call(this, socketPath)
}

// eslint-disable-next-line no-restricted-syntax -- stands there only once Next.js has built it
await import(new URL('apps/web/server.js', import.meta.url).href)

async function warmUp(): Promise<void> {
  for (const path of paths) await ask(path)
  rmSync(directory, { recursive: true })
  flushCompileCache()
  process.exit(0)
}

/** Whatever it answers: without the agent, most of it is an error. */
function ask(path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const host = process.env['PILOT_WEB_DOMAIN'] ?? 'pilot.localhost'
    const outgoing = request({ socketPath, path, headers: { host }, agent: false }, (response) => {
      response.resume()
      response.once('close', resolve)
    })
    outgoing.once('error', reject)
    outgoing.end()
  })
}
