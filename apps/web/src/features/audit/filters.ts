import type { AuditQuery } from '@pilot/contract'
import {
  createSerializer,
  parseAsInteger,
  parseAsIsoDateTime,
  parseAsString,
  parseAsStringLiteral,
  type inferParserType,
} from 'nuqs/server'

/** How far back to look: counted from now, or between two instants. */
export const ranges = ['all', '1h', '24h', '7d', '30d', 'between'] as const
export type Range = (typeof ranges)[number]

/** The audit page's address: what is looked for, and which entry is open. */
export const auditParams = {
  actor: parseAsString.withDefault(''),
  action: parseAsString.withDefault(''),
  tenant: parseAsString.withDefault(''),
  /** `done`, `failed`, or a problem's code. */
  result: parseAsString.withDefault(''),
  range: parseAsStringLiteral(ranges).withDefault('all'),
  from: parseAsIsoDateTime,
  to: parseAsIsoDateTime,
}
export type AuditFilters = inferParserType<typeof auditParams>

/** The sequence of the entry whose details are open. */
export const entryParam = parseAsInteger

export const noFilters: AuditFilters = {
  actor: '',
  action: '',
  tenant: '',
  result: '',
  range: 'all',
  from: null,
  to: null,
}

/** True where every entry fits. */
export const isUnfiltered = (filters: AuditFilters): boolean => auditAddress(filters) === '/audit'

/** The page's address with these filters, such as for a link from a tenant's page. */
export const auditAddress = (filters: Partial<AuditFilters>): string => serialize('/audit', filters)

const serialize = createSerializer(auditParams)

/** What the agent is asked; `now` is what a range such as `24h` is counted from. */
export const toAuditQuery = (
  { actor, action, tenant, result, range, from, to }: AuditFilters,
  now: Date,
): Omit<AuditQuery, 'before' | 'limit'> => ({
  ...given('actor', actor),
  ...given('action', action),
  ...given('tenant', tenant),
  ...given('result', result),
  ...(range === 'between'
    ? { ...given('since', from?.toISOString()), ...given('until', to?.toISOString()) }
    : given('since', sinceOf(range, now)?.toISOString())),
})

const given = <Name extends string>(
  name: Name,
  value: string | undefined,
): { readonly [name in Name]?: string } => {
  const trimmed = value?.trim() ?? ''
  return (trimmed === '' ? {} : { [name]: trimmed }) as { readonly [name in Name]?: string }
}

const sinceOf = (range: Exclude<Range, 'between'>, now: Date): Date | undefined =>
  range === 'all' ? undefined : new Date(now.getTime() - hours[range] * 3_600_000)

const hours = { '1h': 1, '24h': 24, '7d': 7 * 24, '30d': 30 * 24 }
