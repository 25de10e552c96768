import type { Account, Accounts } from '../ports/accounts.ts'
import type { World } from './world.ts'

export const fakeAccounts = (world: World): Accounts => {
  const { state } = world
  return {
    find: async (name) => {
      const account = state.accounts.get(name)
      return account && { ...account, name }
    },
    findByUid: async (uid) => [...state.accounts.values()].find((account) => account.uid === uid),
    findGroup: async (name) => state.groups.get(name)?.gid,
    listIds: async (first, last) => new Set(usedIds(world).filter((id) => id >= first && id <= last)),
    applySysusers: async (files) => {
      world.wrote('accounts', 'applySysusers', files)
      const lines = files.flatMap((file) => readLines(world, file))
      // systemd-sysusers takes groups first, then users, then memberships, whatever their order in the files.
      for (const kind of ['g', 'u', 'm']) {
        for (const line of lines) if (line[0]?.replace('!', '') === kind) applyLine(world, line)
      }
    },
    remove: async (name) => {
      const account = state.accounts.get(name)
      if (account === undefined && !state.groups.has(name)) return
      world.wrote('accounts', 'remove', name)
      state.processes = state.processes.filter(({ uid }) => uid !== account?.uid)
      state.accounts.delete(name)
      state.groups.delete(name)
      for (const group of state.groups.values()) group.members.delete(name)
    },
    isLingering: async (name) => state.lingering.has(name),
    setLingering: async (name, lingering) => {
      world.need('dbus')
      const account = state.accounts.get(name)
      if (account === undefined) {
        if (!lingering) return
        throw new Error(`Failed to look up user ${name}: No such process`)
      }
      world.wrote('accounts', 'setLingering', name, lingering)
      if (lingering) startManager(world, account)
      else stopManager(world, account)
    },
  }
}

const usedIds = ({ state }: World): number[] => [
  ...[...state.accounts.values()].flatMap(({ uid, gid }) => [uid, gid]),
  ...[...state.groups.values()].map(({ gid }) => gid),
]

/** Fields of each line of a sysusers.d(5) file: blanks part them, double quotes hold them together. */
const readLines = (world: World, file: string): string[][] => {
  const entry = world.state.files.get(file)
  if (entry?.text === undefined) throw new Error(`Failed to open '${file}': No such file or directory`)
  return entry.text
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) => [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? ''))
}

const applyLine = (world: World, line: string[]): void => {
  const { state } = world
  const [type = '', name = '', id = '-', gecos = '-', home = '-', shell = '-'] = line
  switch (type.replace('!', '')) {
    case 'g':
      addGroup(world, name, chooseId(world, id))
      return
    case 'm':
      addGroup(world, id, chooseId(world, '-'))
      state.groups.get(id)?.members.add(name)
      return
    case 'u': {
      if (state.accounts.has(name)) return
      const [wantedUid = '-', group] = id.split(':')
      const uid = chooseId(world, wantedUid)
      const gid =
        group === undefined ? addGroup(world, name, uid) : (state.groups.get(group)?.gid ?? Number(group))
      state.accounts.set(name, {
        name,
        uid,
        gid,
        gecos: gecos === '-' ? '' : gecos,
        home: home === '-' ? '/' : home,
        shell: shell === '-' ? '/usr/sbin/nologin' : shell,
      })
      return
    }
    default:
      throw new Error(`Unknown command type '${type}'`)
  }
}

/** A wanted id that is taken is passed over with a warning; the next free one below 1000 is used instead. */
const chooseId = (world: World, wanted: string): number => {
  const used = new Set(usedIds(world))
  const id = Number(wanted)
  if (wanted !== '-' && !used.has(id)) return id
  let free = 999
  while (used.has(free)) free -= 1
  return free
}

const addGroup = ({ state }: World, name: string, gid: number): number => {
  const found = state.groups.get(name)
  if (found !== undefined) return found.gid
  state.groups.set(name, { gid, members: new Set() })
  return gid
}

const startManager = (world: World, { name, uid, gid }: Account): void => {
  const { state } = world
  state.lingering.add(name)
  state.files.set(`/run/user/${uid}`, { kind: 'directory', mode: 0o700, uid, gid })
  if (!state.units.has(String(uid))) state.units.set(String(uid), new Map())
  world.events.emit('activate', 'system', `user@${uid}.service`)
}

const stopManager = (world: World, { name, uid }: Account): void => {
  const { state } = world
  state.lingering.delete(name)
  world.endManager(String(uid))
  const ownPid = world.unit(`user@${uid}.service`)?.mainPid
  state.processes = state.processes.filter(({ pid }) => pid !== ownPid)
  world.changeUnit('system', `user@${uid}.service`, 'inactive', 'dead')
  for (const path of state.files.keys())
    if (path === `/run/user/${uid}` || path.startsWith(`/run/user/${uid}/`)) state.files.delete(path)
}
