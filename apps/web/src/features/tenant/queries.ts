import { AuditQuery, WakesQuery, type TenantName } from '@pilot/contract'
import { queryKeys } from '../../client/query-keys.ts'

/** The runs of the last 24 hours. */
export const wakesQuery = (name: TenantName): WakesQuery => WakesQuery.parse({ name, hours: 24, limit: 2000 })

export const historyQuery = (tenant: string): AuditQuery => AuditQuery.parse({ tenant, limit: 100 })

/**
 * The tenant with all that only a look at it tells: processes, memory, connections. Apart from `queryKeys.show`,
 * where the live changes put what one list of units tells.
 */
export const detailsKey = (name: string) => ['details', name] as const

export const historyKey = (name: string) => [...queryKeys.audit, historyQuery(name)] as const

export const looksKey = (name: string) => ['looks', name] as const
