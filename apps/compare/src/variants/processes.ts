import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chown, mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { paths } from '@pilot/render'
import { each } from '../each.ts'
import { listProcesses, withDescendants } from '../memory/processes.ts'
import { MeasureError } from '../measure-error.ts'
import { timeToFirstByte } from '../request.ts'
import { makeRunFolder } from '../run-folder.ts'
import type { Variant } from './variant.ts'

/** The app as a plain process that always runs, as `nobody`, listening on a Unix socket as tenants do. */
export const processes = (): Variant => {
  const running = new Map<number, ChildProcess>()
  const ask = (index: number): Promise<number> => timeToFirstByte({ path: socketOf(index) })
  const start = async (index: number): Promise<number> => {
    const started = performance.now()
    const child = launch(index)
    running.set(index, child)
    await Promise.race([ask(index), endedTooEarly(child)])
    return performance.now() - started
  }
  const stop = async (index: number): Promise<void> => {
    const child = running.get(index)
    running.delete(index)
    if (child !== undefined) await end(child)
    // One that was killed leaves it, and then nobody can listen there.
    await rm(socketOf(index), { force: true })
  }

  return {
    variant: 'process',
    expectedBytes: 60 * 1024 ** 2,
    findMissing: async () => undefined,
    prepare: async () => {
      await makeRunFolder()
      await mkdir(folder, { recursive: true, mode: 0o700 })
      await chown(folder, nobody, nobody)
    },
    daemons: async () => [],
    create: start,
    ready: async () => undefined,
    find: async () => {
      const roots = [...running.values()].flatMap(({ pid }) => pid ?? [])
      return {
        parts: [{ part: 'app', processes: withDescendants(roots, await listProcesses()) }],
        daemons: [],
        ownCgroups: false,
      }
    },
    stop,
    start,
    request: ask,
    remove: async () => {
      await each([...running.keys()], 4, (index) => stop(index))
      await rm(folder, { recursive: true, force: true })
    },
    notes: () => [],
  }
}

const folder = join(paths.comparisonRun, 'process')
const nobody = 65_534

const socketOf = (index: number): string => join(folder, `${index + 1}.sock`)

const launch = (index: number): ChildProcess =>
  spawn(paths.node, [paths.comparedApp], {
    cwd: '/',
    env: { PORT: socketOf(index) },
    uid: nobody,
    gid: nobody,
    stdio: 'ignore',
  })

/** Never resolves; rejects when the program ends, which after its answer nobody hears. */
const endedTooEarly = async (child: ChildProcess): Promise<never> => {
  const [code, signal] = (await once(child, 'exit')) as [number | null, string | null]
  throw new MeasureError({ code: 'program-ended', end: code === null ? signal : String(code) })
}

const end = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  await ended
}
