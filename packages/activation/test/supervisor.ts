import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, renameSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

/**
 * A socket unit in small: holds a listening Unix socket and starts a program for it, again and again. As
 * systemd would it starts one when somebody waits at the socket and no program runs; that somebody waits is
 * known here from `during`, since only our own clients connect.
 */
export class Supervisor {
  readonly path: string
  /** Ends of the program: exit status, or 128 + signal. */
  readonly ends: number[] = []
  starts = 0
  output = ''
  readonly #directory: string
  readonly #holder: ChildProcess
  #waiting = 0
  #pid: number | undefined
  #running = false
  #changed = Promise.withResolvers<unknown>()

  static async start(program: string[], environment: NodeJS.ProcessEnv = {}): Promise<Supervisor> {
    const directory = mkdtempSync(join(tmpdir(), 'activation-'))
    const path = join(directory, 'socket')
    const server = createServer().listen(`${path}.bound`)
    await once(server, 'listening')
    const holder = spawn('/bin/sh', ['-c', holderScript, 'sh', ...program], {
      stdio: ['pipe', 'pipe', 'pipe', descriptorOf(server), 'pipe'],
      env: { PATH: process.env['PATH'], ...environment },
    })
    await once(holder, 'spawn')
    // close() unlinks the path that was bound; under its other name the socket stays.
    renameSync(`${path}.bound`, path)
    server.close()
    return new Supervisor(directory, path, holder)
  }

  private constructor(directory: string, path: string, holder: ChildProcess) {
    this.#directory = directory
    this.path = path
    this.#holder = holder
    for (const stream of [holder.stdout, holder.stderr])
      stream?.on('data', (data: Buffer) => this.#note(() => (this.output += data.toString())))
    const reports = holder.stdio[4]
    if (reports == null) throw new Error('the holder has no fd 4')
    createInterface({ input: reports as NodeJS.ReadableStream }).on('line', (line) => {
      this.#note(() => {
        const [what, value] = line.split(' ')
        if (what === 'started') this.#pid = Number(value)
        else this.#ended(Number(value))
      })
    })
  }

  /** Does `work`, which connects; the program is started as often as needed meanwhile. */
  async during<T>(work: () => Promise<T>): Promise<T> {
    this.#waiting += 1
    this.#startIfNeeded()
    try {
      return await work()
    } finally {
      this.#waiting -= 1
    }
  }

  /** Waits for a fact about this supervisor. */
  async until(fact: (supervisor: this) => boolean): Promise<void> {
    while (!fact(this)) await this.#changed.promise
  }

  get running(): boolean {
    return this.#running
  }

  kill(signal: NodeJS.Signals): void {
    if (this.#pid === undefined) return
    try {
      process.kill(this.#pid, signal)
    } catch (error) {
      // It has left by itself, and that has not been told yet.
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#running) this.kill('SIGKILL')
    this.#holder.stdin?.end()
    if (this.#holder.exitCode === null) await once(this.#holder, 'exit')
    rmSync(this.#directory, { recursive: true })
  }

  #startIfNeeded(): void {
    if (this.#running || this.#waiting === 0) return
    this.#running = true
    this.starts += 1
    this.#holder.stdin?.write('start\n')
  }

  #ended(status: number): void {
    this.#running = false
    this.#pid = undefined
    this.ends.push(status)
    this.#startIfNeeded()
  }

  #note(change: () => void): void {
    change()
    this.#changed.resolve(undefined)
    this.#changed = Promise.withResolvers()
  }
}

// $$ of the inner shell is the program's own pid, since exec keeps it.
const holderScript = `
while read -r _; do
  sh -c 'echo "started $$" >&4; LISTEN_PID=$$ LISTEN_FDS=1 LISTEN_FDNAMES=test.socket exec "$@" 4>&-' sh "$@" </dev/null
  echo "ended $?" >&4
done`

const descriptorOf = (server: ReturnType<typeof createServer>): number => {
  const handle = Reflect.get(server, '_handle') as { fd: number }
  return handle.fd
}
