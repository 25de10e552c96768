import type { BrowserClient } from '@pilot/api/client/browser'
import type { AuditEntry } from '@pilot/contract'
import { queryKeys } from '../../client/query-keys.ts'
import { toAuditQuery, type AuditFilters } from './filters.ts'

/** Entries that are read at once. */
export const pageSize = 100

export const auditKey = (filters: AuditFilters) => [...queryKeys.audit, 'pages', filters] as const

export const entryKey = (sequence: number) => [...queryKeys.audit, 'entry', sequence] as const

export interface EntryFound {
  readonly entry: AuditEntry | undefined
  /** The one before; undefined for the first. */
  readonly previous: AuditEntry | undefined
}

/** One entry with the one that its hash covers. */
export const findEntry = async (
  agent: Pick<BrowserClient, 'audit'>,
  sequence: number,
  signal: AbortSignal,
): Promise<EntryFound> => {
  const [entry, previous] = await agent.audit({ before: sequence + 1, limit: 2 }, signal)
  return entry?.sequence === sequence ? { entry, previous } : { entry: undefined, previous: undefined }
}

/** One page of the entries that fit, the newest or those before a sequence. */
export const findPage = (
  agent: Pick<BrowserClient, 'audit'>,
  filters: AuditFilters,
  page: { readonly before?: number; readonly limit: number },
  signal?: AbortSignal,
): Promise<readonly AuditEntry[]> => agent.audit({ ...toAuditQuery(filters, new Date()), ...page }, signal)
