import type { Host } from '../ports/host.ts'
import { linuxAccounts } from './accounts.ts'
import { SystemdBus } from './dbus/bus.ts'
import { linuxCaddy } from './caddy.ts'
import { linuxFiles } from './files.ts'
import { linuxJournal } from './journal.ts'
import { linuxMachine } from './machine.ts'
import { linuxPostgres } from './postgres.ts'
import { linuxProcesses } from './processes.ts'
import { linuxSystemd } from './systemd.ts'
import { linuxUserManagers } from './user-managers.ts'

export interface LinuxSettings {
  /** As Caddy writes addresses: `unix//run/caddy/admin.sock` or `localhost:2019`. */
  readonly caddyAdmin: string
  /** The directory of PostgreSQL's socket, such as `/run/postgresql`. */
  readonly pgHost: string
  readonly pgPort: number
}

/** This machine. Needs root. Connections are made at the first call; `close` ends them. */
export const createLinuxHost = ({
  caddyAdmin,
  pgHost,
  pgPort,
}: LinuxSettings): Host & { close(): Promise<void> } => {
  const bus = new SystemdBus()
  const systemd = linuxSystemd(bus)
  const processes = linuxProcesses()
  const accounts = linuxAccounts(systemd, processes)
  const postgres = linuxPostgres(pgHost, pgPort)
  return {
    accounts,
    files: linuxFiles(),
    postgres,
    systemd,
    userManagers: linuxUserManagers(accounts, systemd),
    caddy: linuxCaddy(caddyAdmin),
    journal: linuxJournal(),
    processes,
    machine: linuxMachine(),
    close: async () => {
      bus.close()
      await postgres.close()
    },
  }
}
