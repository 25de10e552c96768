import { AuditQuery, ListQuery } from '@pilot/contract'

/** The tenants that need somebody. Asked for by the server and by the page, so one object for both. */
export const alarmsQuery = {
  ...ListQuery.parse({ limit: 20 }),
  states: ['failing', 'degraded'] as NonNullable<ListQuery['states']>,
}

export const lastActionsQuery = AuditQuery.parse({ limit: 8 })
