import type { TenantName } from '@pilot/contract'
import type { Host } from '../ports/host.ts'

/** What node:test and vitest have in common. */
export interface Suite {
  readonly describe: (title: string, body: () => void) => unknown
  readonly it: (title: string, body: () => Promise<void>) => unknown
}

/** Promises of a port that every Host keeps: the fake one and the one on Linux. Needs root there. */
export type Contract = (suite: Suite, host: Host) => void

/** A name that the contract refuses, so that no tenant can have what the tests make and remove. */
export const reservedName = (name: string): TenantName => name as TenantName

export const rootFile = { mode: 0o644, uid: 0, gid: 0 } as const
export const rootDirectory = { mode: 0o755, uid: 0, gid: 0 } as const
