import { PilotError } from '@pilot/contract'
import type { Account } from '../ports/accounts.ts'
import type { Systemd } from '../ports/systemd.ts'
import type { UserManagers } from '../ports/user-managers.ts'
import { observe } from './observe.ts'
import { fakeManager } from './systemd.ts'
import type { World } from './world.ts'

export const fakeUserManagers = (world: World): UserManagers => {
  const managers = new Map<number, Systemd>()
  return {
    of: (account) => {
      const manager = managers.get(account.uid) ?? observe(world, 'userManagers', managerOf(world, account))
      managers.set(account.uid, manager)
      return manager
    },
  }
}

const managerOf = (world: World, { name, uid, home }: Account): Systemd =>
  fakeManager(world, {
    name: String(uid),
    unitDirectories: [`${home}/.config/systemd/user`, '/etc/systemd/user', '/usr/lib/systemd/user'],
    uid,
    need: () => {
      if (!world.state.lingering.has(name))
        throw new PilotError({
          code: 'service-down',
          service: 'user-manager',
          detail: `${name} does not linger`,
        })
      if (world.unit(`user@${uid}.service`)?.active !== 'active')
        throw new PilotError({
          code: 'service-down',
          service: 'user-manager',
          detail: `user@${uid}.service does not run`,
        })
    },
  })
