import { execa } from 'execa'
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { enterHost, enterNetwork, type Identity } from './enter.ts'
import { stopForwarder } from './forwarder.ts'
import { instance, readRecord, writeRecord, type Instance } from './instance.ts'
import { boot, leaderOf, reboot, requireLeader, stop } from './nspawn.ts'
import { createRoot, mountRoot, removeRoot, unmountRoot } from './root-directory.ts'
import { ensureRootImage } from './root-image.ts'
import type { Suite } from './suite.ts'

/**
 * A throw-away Debian with systemd as PID 1 (systemd-nspawn(1)), PostgreSQL and Caddy, and no network but its own
 * loopback. Any number can run side by side, told apart by name; they outlive the process that made them.
 *
 *     const host = await openHost('trial')          // makes it, or finds it again; does not boot
 *     await host.boot()
 *     const { exitCode, stdout } = await host.exec(['systemctl', 'is-active', 'caddy'])
 *     await host.run(['systemctl', 'restart', 'caddy'])
 *     await host.destroy()
 *
 * `await using host = await openHost('trial')` destroys it at the end of the block.
 */
export interface Host extends AsyncDisposable {
  readonly name: string
  readonly suite: Suite
  /** The host's `/` as this machine sees it, to put files in or look at them, running or not. */
  readonly rootDirectory: string
  /** Boots, or waits until a boot under way is done: systemd says `running` or `degraded`. Throws after 90 s. */
  boot(): Promise<void>
  /** Reboots and waits for the end of it. */
  reboot(): Promise<void>
  /** Powers off; kills after 15 s. Files stay. */
  stop(): Promise<void>
  /** Stops, and removes every file of it. */
  destroy(): Promise<void>
  isRunning(): Promise<boolean>
  /** Runs a program and waits for it. Never throws for an exit code; throws where the host is not running. */
  exec(argv: readonly string[], options?: ExecOptions): Promise<Outcome>
  /** Like `exec`, and gives the output; throws with all that was said where the exit code is not 0. */
  run(argv: readonly string[], options?: ExecOptions): Promise<string>
  /** Starts a program and gives its streams. Killing what it gives kills the program inside (with SIGKILL). */
  spawn(argv: readonly string[], options?: SpawnOptions): Promise<ChildProcessWithoutNullStreams>
  /** Runs a program of this machine, with its files and environment, in the host's network. */
  netnsExec(argv: readonly string[], options?: Pick<ExecOptions, 'input' | 'timeout'>): Promise<Outcome>
}

export interface SpawnOptions {
  /** An account of the host; root where it is left out. */
  readonly user?: string
  /** Added to a clean environment (PATH, HOME, LANG, TERM). */
  readonly env?: Readonly<Record<string, string>>
}

export interface ExecOptions extends SpawnOptions {
  /** What the program reads on its standard input; it is empty where this is left out. */
  readonly input?: string | Uint8Array
  /** Milliseconds, then SIGTERM and exit code 124; a second later SIGKILL and 137. No limit where it is left out. */
  readonly timeout?: number
}

/** Output as it came, with its last newline. */
export interface Outcome {
  readonly exitCode: number
  readonly stdout: string
  readonly stderr: string
}

interface HostOptions {
  readonly suite?: Suite
  /** Debian packages that it has beside those of every host. */
  readonly packages?: readonly string[]
}

/** Opens a host by name, and makes it where there is none: Debian 13, or what `suite` says. Does not boot it. */
export const openHost = async (name: string, { suite, packages }: HostOptions = {}): Promise<Host> => {
  const of = instance(name)
  const record = (await readRecord(of)) ?? (await create(of, suite ?? 'trixie', packages))
  if (suite !== undefined && suite !== record.suite)
    throw new Error(`Host "${name}" is Debian ${record.suite}, not ${suite}. Destroy it first.`)

  const exec: Host['exec'] = async (argv, options = {}) => {
    const leader = await requireLeader(of)
    const { file, args, env } = enterHost(leader, withLimit(argv, options), await resolveUser(of, options))
    return outcome(execa(file, args, { env, extendEnv: false, ...collecting(options) }))
  }
  const destroy = async (): Promise<void> => {
    await stopForwarder(of)
    await stop(of)
    await removeRoot(of)
  }
  return {
    name,
    suite: record.suite,
    rootDirectory: of.root,
    boot: async () => {
      await mountRoot(of, record)
      await boot(of)
    },
    reboot: () => reboot(of),
    stop: async () => {
      await stop(of)
      await unmountRoot(of)
    },
    destroy,
    [Symbol.asyncDispose]: destroy,
    isRunning: async () => (await leaderOf(of)) !== undefined,
    exec,
    run: async (argv, options) => {
      const { exitCode, stdout, stderr } = await exec(argv, options)
      if (exitCode !== 0) throw new Error(`${argv.join(' ')} exited with ${exitCode}\n${stdout}${stderr}`)
      return stdout
    },
    spawn: async (argv, options = {}) => {
      const { file, args, env } = enterHost(await requireLeader(of), argv, await resolveUser(of, options))
      return spawn(file, args, { env })
    },
    netnsExec: async (argv, options = {}) => {
      const [file, args] = enterNetwork(await requireLeader(of), withLimit(argv, options))
      return outcome(execa(file, args, collecting(options)))
    },
  }
}

const create = async (of: Instance, suite: Suite, packages: readonly string[] | undefined) => {
  const image = await ensureRootImage(suite, packages)
  // What an interrupted creation left has no record, and is in the way.
  if (existsSync(of.directory)) await removeRoot(of)
  await mkdir(of.directory, { recursive: true })
  const record = { suite, image, mount: await createRoot(of, image) }
  await writeRecord(of, record)
  return record
}

/** passwd(5) of the host, read from outside, so that no program must run for it. */
const resolveUser = async (
  of: Instance,
  { user, env }: SpawnOptions,
): Promise<{ identity?: Identity; env?: SpawnOptions['env'] | undefined }> => {
  if (user === undefined) return { env }
  const passwd = await readFile(join(of.root, 'etc/passwd'), 'utf8')
  const entry = passwd.split('\n').find((line) => line.startsWith(`${user}:`))
  if (!entry) throw new Error(`Host "${of.name}" has no account "${user}".`)
  const [, , uid, gid, , home = '/'] = entry.split(':')
  return {
    identity: { uid: Number(uid), gid: Number(gid) },
    env: { HOME: home, USER: user, LOGNAME: user, ...env },
  }
}

/** timeout(1) runs beside the program: killing nsenter would leave a zombie in the host that nobody there can reap. */
const withLimit = (argv: readonly string[], { timeout }: ExecOptions): readonly string[] =>
  timeout === undefined ? argv : ['timeout', '--foreground', '--kill-after=1', `${timeout / 1000}`, ...argv]

const collecting = ({ input = '' }: ExecOptions) =>
  ({ reject: false, stripFinalNewline: false, input }) as const

interface Ended {
  readonly exitCode?: number | undefined
  readonly stdout?: unknown
  readonly stderr?: unknown
}

const outcome = async (running: PromiseLike<Ended>): Promise<Outcome> => {
  const { exitCode, stdout, stderr } = await running
  // No exit code: a signal ended nsenter itself, as when the host goes down under it.
  return { exitCode: exitCode ?? 255, stdout: String(stdout), stderr: String(stderr) }
}
