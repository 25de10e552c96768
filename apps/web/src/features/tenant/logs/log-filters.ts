import { LogsQuery, type TenantName } from '@pilot/contract'

/** How far back lines are shown, as journalctl takes it. */
export const ranges = { '15min': '15min ago', '1h': '1h ago', '24h': '24h ago', all: undefined } as const
export type Range = keyof typeof ranges
export const rangeNames = Object.keys(ranges) as Range[]

/** The severities that can be chosen: the least grave that is still shown (syslog(3)). */
export const severities = ['debug', 'info', 'notice', 'warning', 'error'] as const
export type Severity = (typeof severities)[number]
const priorities: Record<Severity, number> = { debug: 7, info: 6, notice: 5, warning: 4, error: 3 }

export interface LogFilters {
  readonly range: Range
  readonly severity: Severity
  readonly search: string
}

/** What is asked of the agent for these filters, with the newest `lines` of before. */
export const logsQuery = (
  name: TenantName,
  { range, severity, search }: LogFilters,
  lines: number,
): LogsQuery => {
  const since = ranges[range]
  return LogsQuery.parse({
    name,
    lines,
    priority: priorities[severity],
    ...(since === undefined ? {} : { since }),
    ...(search.trim() === '' ? {} : { search: search.trim() }),
  })
}

/** The name of a line's severity; the three gravest count as errors. */
export const severityOf = (priority: number): Severity =>
  severities.find((severity) => priorities[severity] <= priority) ?? 'error'
