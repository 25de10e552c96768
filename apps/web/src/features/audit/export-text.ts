import { csvText, type AuditEntry } from '@pilot/contract'

/** A line for each entry. */
export const toCsv = (entries: readonly AuditEntry[]): string =>
  csvText(
    columns,
    entries.map((entry) => columns.map((column) => cellOf(entry[column]))),
  )

/** One array of entries as the agent tells them. */
export const toJson = (entries: readonly AuditEntry[]): string => `${JSON.stringify(entries, null, 2)}\n`

const columns = [
  'sequence',
  'time',
  'actor',
  'source',
  'address',
  'action',
  'tenant',
  'result',
  'input',
  'hash',
] as const satisfies readonly (keyof AuditEntry)[]

const cellOf = (value: unknown): string | number | null =>
  value === null || value === undefined
    ? null
    : typeof value === 'string' || typeof value === 'number'
      ? value
      : JSON.stringify(value)
