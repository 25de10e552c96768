import { execa } from 'execa'
import { spawn } from 'node:child_process'
import { openSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { createCgroups, hasOnlyCgroup2, removeCgroups } from './cgroup.ts'
import { enterHost } from './enter.ts'
import type { Instance } from './instance.ts'
import { recordedProcess, recordProcess, signalProcess, untilEnded } from './process-record.ts'

/** Boots the instance and waits until systemd inside has started everything. About 5 s. */
export const boot = async (of: Instance): Promise<void> => {
  if ((await recordedProcess(of.keeper)) === undefined) await startNspawn(of)
  await untilStarted(of)
}

/** Reboots as an administrator would, and waits until everything is started again. */
export const reboot = async (of: Instance): Promise<void> => {
  const before = await leaderOf(of)
  if (before === undefined) throw notRunning(of)
  // nsenter is ended together with the host, so its exit code says nothing.
  const { file, args, env } = enterHost(before, ['systemctl', 'reboot'])
  await execa(file, args, { env, extendEnv: false, reject: false })
  const deadline = Date.now() + 60_000
  while ([before, undefined].includes(await leaderOf(of))) {
    if (Date.now() > deadline) throw new Error(`Host "${of.name}" did not reboot within 60 s.`)
    await requireAlive(of)
    await pause(100)
  }
  await untilStarted(of)
}

/** Powers off; a host that takes longer than 15 s is killed. Nothing to do where it does not run. */
export const stop = async (of: Instance): Promise<void> => {
  const keeper = await recordedProcess(of.keeper)
  if (keeper !== undefined) {
    const leader = await leaderOf(of)
    if (leader !== undefined) signalProcess(leader, SIGRTMIN + 4)
    if (leader === undefined || !(await untilEnded(of.keeper, 15_000))) await kill(of, keeper)
  }
  await removeCgroups(of)
}

/** The pid, outside, of the host's own PID 1: the child of nspawn. It is another one after each reboot. */
export const leaderOf = async (of: Instance): Promise<number | undefined> => {
  const keeper = await recordedProcess(of.keeper)
  if (keeper === undefined) return undefined
  for (const nspawn of await childrenOf(keeper))
    for (const child of await childrenOf(nspawn)) {
      const status = await readFile(`/proc/${child}/status`, 'utf8').catch(() => '')
      // While it sets up, nspawn has another child, which is not yet PID 1 of anything.
      if (/^NSpid:\s+\d+\s+1$/m.test(status)) return Number(child)
    }
  return undefined
}

export const requireLeader = async (of: Instance): Promise<number> => {
  const leader = await leaderOf(of)
  if (leader === undefined) throw notRunning(of)
  return leader
}

/** Linux with glibc: the first real-time signal that a program may use; see signal(7). */
const SIGRTMIN = 34

const notRunning = (of: Instance): Error => new Error(`Host "${of.name}" is not running.`)

const startNspawn = async (of: Instance): Promise<void> => {
  const output = openSync(of.log, 'w')
  const command = [
    'systemd-nspawn',
    '--quiet',
    '--register=no',
    '--keep-unit',
    '--private-network',
    '--boot',
    `--directory=${of.root}`,
    `--machine=${of.name}`,
    // nspawn's own filter refuses these; a normal host has no such filter. The last two are for containers that a
    // unit starts: crun makes a key ring and a program that guards the devices.
    '--system-call-filter=landlock_create_ruleset landlock_add_rule landlock_restrict_self bpf @keyring',
  ]
  const groups = await createCgroups(of)
  const child = spawn('sh', [join(import.meta.dirname, 'keep.sh'), ...groups, '--', ...command], {
    detached: true,
    stdio: ['ignore', output, output],
    // Without it a guest that knows only cgroup v2 does not start on a machine with both versions.
    env: (await hasOnlyCgroup2()) ? process.env : { ...process.env, UNIFIED_CGROUP_HIERARCHY: 'yes' },
  })
  if (child.pid === undefined) throw new Error('systemd-nspawn could not be started.')
  child.unref()
  await recordProcess(of.keeper, child.pid)
}

const childrenOf = async (pid: number | string): Promise<string[]> => {
  const children = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8').catch(() => '')
  return children.split(' ').filter((child) => child !== '')
}

const untilStarted = async (of: Instance): Promise<void> => {
  const deadline = Date.now() + 90_000
  for (;;) {
    const state = await systemState(of)
    if (state === 'running' || state === 'degraded') return
    await requireAlive(of)
    if (Date.now() > deadline)
      throw new Error(`Host "${of.name}" did not start within 90 s (${state}); its console is in ${of.log}`)
    await pause(100)
  }
}

/** What systemctl says; it waits for the end of the start. Empty while there is no systemd to talk to. */
const systemState = async (of: Instance): Promise<string> => {
  const leader = await leaderOf(of)
  if (leader === undefined) return ''
  const argv = ['timeout', '60', 'systemctl', 'is-system-running', '--wait']
  const { file, args, env } = enterHost(leader, argv)
  const { stdout } = await execa(file, args, { env, extendEnv: false, reject: false })
  return stdout.trim()
}

const requireAlive = async (of: Instance): Promise<void> => {
  if ((await recordedProcess(of.keeper)) !== undefined) return
  const end = (await readFile(of.log, 'utf8')).trimEnd().split('\n').slice(-10).join('\n')
  throw new Error(`Host "${of.name}" ended while it started; the end of ${of.log}:\n${end}`)
}

/** From the outside in, so that nothing is started again; the host's PID 1 takes all its processes along. */
const kill = async (of: Instance, keeper: number): Promise<void> => {
  const leader = await leaderOf(of)
  const victims = [
    keeper,
    ...(await childrenOf(keeper)).map(Number),
    ...(leader === undefined ? [] : [leader]),
  ]
  for (const pid of victims) signalProcess(pid, 'SIGKILL')
  if (!(await untilEnded(of.keeper, 5_000)))
    throw new Error(`Host "${of.name}" cannot be ended (pid ${keeper}).`)
}
