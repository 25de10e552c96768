import type { Host } from '../ports/host.ts'
import { fakeAccounts } from './accounts.ts'
import { fakeCaddy } from './caddy.ts'
import { fakeFiles } from './files.ts'
import { fakeJournal } from './journal.ts'
import { fakeMachine } from './machine.ts'
import { observe } from './observe.ts'
import { fakePostgres } from './postgres.ts'
import { fakeProcesses } from './processes.ts'
import { fakeSystemd } from './systemd.ts'
import { fakeUserManagers } from './user-managers.ts'
import { World } from './world.ts'

/** A machine in memory, and the Host that acts on it. Give a cloned world to go on from there. */
export const createFakeHost = (world = new World()): { readonly host: Host; readonly world: World } => ({
  world,
  host: {
    accounts: observe(world, 'accounts', fakeAccounts(world)),
    files: observe(world, 'files', fakeFiles(world)),
    postgres: observe(world, 'postgres', fakePostgres(world)),
    systemd: observe(world, 'systemd', fakeSystemd(world)),
    userManagers: fakeUserManagers(world),
    caddy: observe(world, 'caddy', fakeCaddy(world)),
    journal: observe(world, 'journal', fakeJournal(world)),
    processes: observe(world, 'processes', fakeProcesses(world)),
    machine: observe(world, 'machine', fakeMachine(world)),
  },
})

export { World } from './world.ts'
export type { Call, OnCall } from './world.ts'
export type { FileEntry, RoleEntry, DatabaseEntry, UnitEntry, State } from './state.ts'
