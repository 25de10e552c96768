import { accountsContract } from './accounts.ts'
import { caddyContract } from './caddy.ts'
import { filesContract } from './files.ts'
import { journalContract } from './journal.ts'
import { machineContract } from './machine.ts'
import { postgresContract } from './postgres.ts'
import { processesContract } from './processes.ts'
import type { Contract } from './suite.ts'
import { systemdContract } from './systemd.ts'
import { userManagersContract } from './user-managers.ts'

/** All of them; what they make bears names beginning with `pilot-contract`, and is gone afterwards. */
export const hostContract: Contract = (suite, host) => {
  for (const contract of [
    filesContract,
    accountsContract,
    postgresContract,
    systemdContract,
    userManagersContract,
    journalContract,
    machineContract,
    processesContract,
    caddyContract,
  ])
    contract(suite, host)
}

export type { Suite } from './suite.ts'
