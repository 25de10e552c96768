import type { TenantName } from '@pilot/contract'

/** What happens to a tenant's role or database, in one word and in SQL; the port of PostgreSQL takes it as it is. */
export interface Statement<Verb extends string> {
  readonly verb: Verb
  readonly name: TenantName
  readonly sql: string
}

/** A DO block is one transaction: all of it happens or nothing, and there is one wait for the disk. */
export const together = (statements: readonly string[]): string =>
  `DO $pilot$ BEGIN ${statements.join('; ')}; END $pilot$`
