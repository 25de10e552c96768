import { access, rm } from 'node:fs/promises'
import { PilotError, type TenantName } from '@pilot/contract'
import pLimit from 'p-limit'
import type { Account, Accounts } from '../ports/accounts.ts'
import type { Processes } from '../ports/processes.ts'
import type { Systemd } from '../ports/systemd.ts'
import { allIds, findEntry, type Entry } from './account-entries.ts'
import { inBatches } from './in-batches.ts'
import { ProgramFailed, run } from './run.ts'

/** Accounts by NSS, systemd-sysusers(8), userdel(8) and loginctl(1). One change at a time. */
export const linuxAccounts = (systemd: Systemd, processes: Processes): Accounts => {
  const serialised = pLimit(1)
  // It takes 15 ms for one account, and a quarter of a millisecond for each more.
  const applySysusers = inBatches((all: readonly (readonly string[])[]) =>
    serialised(async () => {
      await run('systemd-sysusers', all.flat(), { timeout: 120_000 })
      return all
    }),
  )
  return {
    find: findAccount,
    findByUid: async (uid) => {
      const entry = await findEntry('passwd', String(uid))
      return entry && toAccount(entry)
    },
    findGroup: async (name) => {
      const group = await findEntry('group', name)
      return group?.[2] === undefined ? undefined : Number(group[2])
    },
    listIds: async (first, last) =>
      new Set((await allIds(undefined)).filter((id) => id >= first && id <= last)),
    applySysusers: async (files) => {
      await applySysusers(files)
    },
    remove: (name) => serialised(() => removeAccount(name, processes)),
    isLingering: (name) => exists(lingerFile(name)),
    setLingering: (name, lingering) =>
      serialised(async () => {
        const account = await findAccount(name)
        if (lingering) await startLingering(name, account, systemd)
        else if (account === undefined) await rm(lingerFile(name), { force: true })
        else await endLingering(account, systemd)
      }),
  }
}

const findAccount = async <Name extends string>(name: Name): Promise<Account<Name> | undefined> => {
  const entry = await findEntry('passwd', name)
  return entry && (toAccount(entry) as Account<Name>)
}

const toAccount = ([name = '', , uid, gid, gecos = '', home = '', shell = '']: Entry): Account => ({
  name,
  uid: Number(uid),
  gid: Number(gid),
  gecos,
  home,
  shell,
})

const removeAccount = async (name: TenantName, processes: Processes): Promise<void> => {
  const account = await findAccount(name)
  for (let attempt = 0; account !== undefined; attempt += 1) {
    await processes.endAllOf(account.uid)
    // 6: it does not exist; 8: a process of it is running, so one was started in between (userdel(8)).
    const { exitCode } = await run('userdel', ['--', name], { accept: attempt < 5 ? [6, 8] : [6] })
    if (exitCode !== 8) break
  }
  // userdel removes the group of that name only where USERGROUPS_ENAB is set (login.defs(5)).
  await run('groupdel', ['--', name], { accept: [6] })
}

/** Where logind keeps who lingers: an empty file each. */
const lingerFile = (name: string): string => `/var/lib/systemd/linger/${name}`

const exists = async (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )

const startLingering = async (
  name: TenantName,
  account: Account | undefined,
  systemd: Systemd,
): Promise<void> => {
  await loginctl(['enable-linger', name], systemd)
  // logind starts the manager on its own time.
  if (account !== undefined) await systemd.start(`user@${account.uid}.service`)
}

const endLingering = async ({ name, uid }: Account<TenantName>, systemd: Systemd): Promise<void> => {
  await loginctl(['disable-linger', name], systemd)
  // logind ends the manager some seconds later; the jobs are waited for instead.
  await systemd.stop(`user@${uid}.service`)
  await systemd.stop(`user-runtime-dir@${uid}.service`)
}

/**
 * logind does not come back to a bus that was restarted: it runs, but its name is gone (seen with systemd 257).
 * Restarting it loses nothing, it keeps its state in /run.
 */
const loginctl = async (args: readonly string[], systemd: Systemd, again = true): Promise<void> => {
  try {
    await run('loginctl', args, { timeout: 60_000 })
  } catch (error) {
    if (!(error instanceof ProgramFailed && isBusFailure.test(error.stderr))) throw error
    if (!again || !isLogindLost.test(error.stderr))
      throw new PilotError(
        { code: 'service-down', service: 'dbus', detail: error.stderr.trim() },
        { cause: error },
      )
    await systemd.restart('systemd-logind.service')
    await loginctl(args, systemd, false)
  }
}

const isLogindLost = /activate|timed out/i
const isBusFailure =
  /Failed to connect to (system )?bus|Connection (refused|reset|terminated)|endpoint is not connected|activate|timed out/i
