import type { TenantName } from '@pilot/contract'

/** The journal as the sampler reads it: forward, from where it was left. */
export interface RunLog {
  /**
   * What PID 1 told of the runs of tenants in system scope since `after`. It alone can tell these, so all of them count.
   */
  trusted(after: RunLogPlace): RunLogPart
  /**
   * What tenants told themselves: user managers of their runs, and programs of how they began. A tenant can write as
   * much of it as it likes, so that no more than some thousands are read, and the rest is passed over.
   */
  told(after: RunLogPlace, scopes: { readonly user: boolean }): RunLogPart
}

/** A cursor of the journal; or where there is none yet, milliseconds since 1970. */
export type RunLogPlace = { readonly cursor: string } | { readonly since: number }

export interface RunLogPart {
  readonly entries: readonly RunLogEntry[]
  /** Where to go on. */
  readonly place: RunLogPlace
}

export interface RunLogEntry {
  /** Microseconds since 1970. */
  readonly realtime: number
  /** The tenant, or in user scope the uid that said it. */
  readonly of: { readonly name: TenantName } | { readonly uid: number }
  /** 32 hex digits; empty for a line of the program. */
  readonly messageId: string
  readonly result: string | null
  /** Of a line of the program. */
  readonly message: string
}
