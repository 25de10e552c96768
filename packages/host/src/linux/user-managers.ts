import { parseTimeSpan, PilotError, type TenantName } from '@pilot/contract'
import { UnitFailed } from '../ports/systemd.ts'
import type { Account, Accounts } from '../ports/accounts.ts'
import type { Systemd, UnitFound } from '../ports/systemd.ts'
import type { UserManager, UserManagers } from '../ports/user-managers.ts'
import { baseEnvironment, ProgramFailed, run } from './run.ts'
import { parseShown, type Shown } from './systemctl-show.ts'

/**
 * A tenant's own manager by `systemctl --user`, run as the tenant: its bus refuses root, and its private socket
 * speaks to systemctl.
 */
export const linuxUserManagers = (accounts: Accounts, systemd: Systemd): UserManagers => ({
  of: (account, limit) =>
    userManager(async (...args) => {
      await demandRunning(account, accounts, systemd)
      return systemctl(account, args, limit)
    }),
})

type Systemctl = (...args: readonly string[]) => Promise<string>

const userManager = (call: Systemctl): UserManager => {
  const show = async (
    units: readonly string[],
    properties: readonly string[],
    options: readonly string[] = [],
  ): Promise<readonly Shown[]> => {
    const wanted = `--property=${properties.join(',')}`
    return parseShown(await call('show', '--timestamp=us+utc', wanted, ...options, '--', ...units))
  }
  const showOne = async (unit: string, properties: readonly string[]): Promise<Shown> =>
    (await show([unit], properties))[0] ?? new Map()

  /** start and restart wait for the job; on failure the unit tells more than the text of systemctl does. */
  const runJob = async (verb: 'start' | 'restart', unit: string): Promise<void> => {
    try {
      await call(verb, '--', unit)
    } catch (error) {
      if (!(error instanceof ProgramFailed)) throw error
      const load = (await showOne(unit, ['LoadState'])).get('LoadState')
      throw new UnitFailed(unit, load === 'loaded' || load === undefined ? 'failed' : load)
    }
  }

  return {
    // --all: a pattern leaves out units that are inactive, like a program at rest.
    list: async (patterns) => (await show(patterns, unitProperties, ['--all'])).map(toUnit),
    listStates: async (patterns) => (await show(patterns, unitProperties, ['--all'])).map(toUnit),
    show: showOne,
    inspect: async (unit) => toUnit(await showOne(unit, unitProperties)),
    inspectService: async (unit) => {
      const shown = await showOne(unit, serviceProperties)
      return {
        result: shown.get('Result') ?? '',
        mainPid: toNumber(shown.get('MainPID')) || null,
        exitStatus: shown.get('ExecMainCode') === '0' ? null : toNumber(shown.get('ExecMainStatus')),
        user: shown.get('User') ?? '',
        memoryCurrent: toNumber(shown.get('MemoryCurrent')),
        tasksCurrent: toNumber(shown.get('TasksCurrent')),
        cpuUsageNs: toNumber(shown.get('CPUUsageNSec')),
        controlGroup: shown.get('ControlGroup') ?? '',
        memoryMax: toNumber(shown.get('MemoryMax')),
        cpuQuotaPerSecond: toMicroseconds(shown.get('CPUQuotaPerSecUSec')),
        tasksMax: toNumber(shown.get('TasksMax')),
      }
    },
    inspectSocket: async (unit) => {
      const shown = await showOne(unit, ['Result'])
      return { result: shown.get('Result') ?? '' }
    },
    start: (unit) => runJob('start', unit),
    stop: (unit) => ignoreAbsent(call('stop', '--', unit)),
    restart: (unit) => runJob('restart', unit),
    resetFailed: (unit) => ignoreAbsent(call('reset-failed', '--', unit)),
    reload: async () => {
      await call('daemon-reload')
    },
    version: async () => parseShown(await call('show', '--property=Version'))[0]?.get('Version') ?? '',
  }
}

const demandRunning = async (
  account: Account<TenantName>,
  accounts: Accounts,
  systemd: Systemd,
): Promise<void> => {
  if (!(await accounts.isLingering(account.name))) throw managerIsDown(`${account.name} does not linger`)
  const unit = `user@${account.uid}.service`
  const { active } = await systemd.inspect(unit)
  if (active !== 'active') throw managerIsDown(`${unit} is ${active}`)
}

const systemctl = async (
  { uid, gid, home, name }: Account<TenantName>,
  args: readonly string[],
  limit = args[0] === 'show' ? 30_000 : 200_000,
): Promise<string> => {
  const identity = [`--reuid=${uid}`, `--regid=${gid}`, '--init-groups']
  const env = { ...baseEnvironment, XDG_RUNTIME_DIR: `/run/user/${uid}`, HOME: home, USER: name }
  try {
    const command = ['systemctl', '--user', '--no-pager', '--no-ask-password', ...args]
    return (await run('setpriv', [...identity, '--', ...command], { env, timeout: limit, longestOutput }))
      .stdout
  } catch (error) {
    // No exit code: the limit has passed, as the tenant can stop its manager (SIGSTOP), or it says too much.
    if (error instanceof ProgramFailed && error.exitCode === undefined)
      throw managerIsDown(`${name}'s manager did not answer within ${limit / 1000} s`, error)
    if (
      error instanceof ProgramFailed &&
      /Failed to connect to (user scope )?bus|Connection (refused|reset)|endpoint is not connected|timed out/.test(
        error.stderr,
      )
    )
      throw managerIsDown(error.stderr.trim(), error)
    throw error
  }
}

/** Characters. A tenant can put a program of its own in place of its manager, that answers without end. */
const longestOutput = 1024 * 1024

const managerIsDown = (detail: string, cause?: unknown): PilotError =>
  new PilotError({ code: 'service-down', service: 'user-manager', detail }, { cause })

const ignoreAbsent = async (answer: Promise<unknown>): Promise<void> => {
  try {
    await answer
  } catch (error) {
    if (!(error instanceof ProgramFailed && /not loaded|not found/.test(error.stderr))) throw error
  }
}

const toUnit = (shown: Shown): UnitFound => {
  const text = (name: string): string => shown.get(name) ?? ''
  return {
    name: text('Id'),
    load: text('LoadState'),
    active: text('ActiveState'),
    sub: text('SubState'),
    description: text('Description'),
    fragmentPath: text('FragmentPath'),
    dropInPaths: text('DropInPaths')
      .split(' ')
      .filter((path) => path !== ''),
    stateChangedAt: toMilliseconds(text('StateChangeTimestamp')),
    needsReload: text('NeedDaemonReload') === 'yes',
  }
}

/** `Mon 2026-01-31 12:00:00.123456 UTC` as milliseconds since 1970; null for an empty one, which is never. */
const toMilliseconds = (timestamp: string): number | null => {
  const [, day, time] = /^\w+ ([\d-]+) ([\d:]+\.\d{3})\d* UTC$/.exec(timestamp) ?? []
  return day === undefined || time === undefined ? null : Date.parse(`${day}T${time}Z`)
}

/** null for `[not set]`, `infinity`, and 2^64-1, which older versions print. */
const toNumber = (text: string | undefined): number | null =>
  text !== undefined && /^\d+$/.test(text) && BigInt(text) !== 2n ** 64n - 1n ? Number(text) : null

const toMicroseconds = (timeSpan: string | undefined): number | null => {
  const milliseconds = parseTimeSpan(timeSpan ?? '')
  return milliseconds === undefined ? null : milliseconds * 1000
}

const unitProperties = [
  ...['Id', 'LoadState', 'ActiveState', 'SubState', 'Description', 'FragmentPath', 'DropInPaths'],
  ...['StateChangeTimestamp', 'NeedDaemonReload'],
]

const serviceProperties = [
  ...['Result', 'MainPID', 'ExecMainCode', 'ExecMainStatus', 'User', 'MemoryCurrent', 'TasksCurrent'],
  ...['CPUUsageNSec', 'ControlGroup', 'MemoryMax', 'CPUQuotaPerSecUSec', 'TasksMax'],
]
