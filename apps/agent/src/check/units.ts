import type { UnitReport } from '@pilot/contract'
import type { Account, Host } from '@pilot/host/ports'

/** The state of each unit, and of the account that it runs as. */
export const reportUnits = (host: Host, units: readonly string[]): Promise<UnitReport[]> =>
  Promise.all(units.map((unit) => reportUnit(host, unit)))

const reportUnit = async (host: Host, unit: string): Promise<UnitReport> => {
  const { load, active, sub, description } = await host.systemd.inspect(unit)
  const about = { unit, load, active, sub, description }
  if (load !== 'loaded' || !unit.endsWith('.service'))
    return { ...about, user: null, uid: null, lingering: null, mainPid: null }
  const { user, mainPid } = await host.systemd.inspectService(unit)
  const account = await findAccount(host, user === '' ? 'root' : user)
  return {
    ...about,
    user: account?.name ?? user,
    uid: account?.uid ?? null,
    lingering: account === undefined ? null : await host.accounts.isLingering(account.name),
    mainPid,
  }
}

// User= takes a name or a uid (systemd.exec(5)); user@1000.service says 1000.
const findAccount = ({ accounts }: Host, user: string): Promise<Account | undefined> =>
  /^\d+$/.test(user) ? accounts.findByUid(Number(user)) : accounts.find(user)
