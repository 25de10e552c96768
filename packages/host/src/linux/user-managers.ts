import type { TenantName } from '@pilot/contract'
import type { Account, Accounts } from '../ports/accounts.ts'
import { UnitFailed } from '../ports/systemd.ts'
import type { Systemd } from '../ports/systemd.ts'
import type { UserManager, UserManagers } from '../ports/user-managers.ts'
import { ProgramFailed } from './run.ts'
import { managerIsDown, systemctlOf } from './systemctl/of-user.ts'
import { parseShown, type Shown } from './systemctl/show.ts'
import { serviceProperties, toService, toUnit, unitProperties } from './systemctl/units.ts'

/**
 * A tenant's own manager by `systemctl --user`, run as the tenant: its bus refuses root, and its private socket
 * speaks to systemctl.
 */
export const linuxUserManagers = (accounts: Accounts, systemd: Systemd): UserManagers => ({
  of: (account, limit) =>
    userManager(async (...args) => {
      await demandRunning(account, accounts, systemd)
      return systemctlOf(account, args, limit)
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
    inspectService: async (unit) => toService(await showOne(unit, serviceProperties)),
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

const ignoreAbsent = async (answer: Promise<unknown>): Promise<void> => {
  try {
    await answer
  } catch (error) {
    if (!(error instanceof ProgramFailed && /not loaded|not found/.test(error.stderr))) throw error
  }
}
