/**
 * `node make-cache.cjs` writes `app.cache` beside it: runs the program, asks it something so that its functions
 * are compiled, and stores V8's code. Needs neither PostgreSQL nor a port. Run it with the very Node that will
 * run the program, as a user who may write there.
 */
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fakePostgres } from './fake-postgres.ts'
import { makeCache, runProgram } from './program.ts'

const directory = mkdtempSync(join(tmpdir(), 'user-rest-api-'))
const socketPath = join(directory, 'socket')
process.env['PGHOST'] = directory
process.env['PGPORT'] = '5432'
fakePostgres().listen(join(directory, '.s.PGSQL.5432'), warmUp)

function warmUp(): void {
  // In place of PORT, so that an installation needs no free port.
  const listen = Reflect.get(Server.prototype, 'listen') as (this: Server, path: string) => Server
  Server.prototype.listen = function (this: Server) {
    this.once('listening', () => void ask().then(write))
    return listen.call(this, socketPath)
  }
  const script = runProgram(__dirname, undefined)

  function write(answer: string): void {
    rmSync(directory, { recursive: true })
    if (!answer.includes('"db_status": "Connected"'))
      throw new Error(`The program did not warm up: ${answer}`)
    const path = join(__dirname, 'app.cache')
    writeFileSync(`${path}.new`, makeCache(__dirname, script), { mode: 0o644 })
    renameSync(`${path}.new`, path)
    process.exit(0)
  }
}

function ask(): Promise<string> {
  return new Promise((resolve, reject) => {
    const outgoing = request({ socketPath, agent: false }, (response) => {
      let text = ''
      response.on('data', (part: Buffer) => (text += part.toString()))
      response.on('end', () => resolve(text))
    })
    outgoing.on('error', reject)
    outgoing.end()
  })
}
