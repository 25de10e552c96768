import type { AuditEntry } from '@pilot/contract'

/** Comma-separated values with a header line (RFC 4180), safe to open in a spreadsheet. */
export const toCsv = (entries: readonly AuditEntry[]): string =>
  [columns, ...entries.map((entry) => columns.map((column) => textOf(entry[column])))]
    .map((cells) => cells.map(quote).join(','))
    .join('\r\n')
    .concat('\r\n')

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

const textOf = (value: unknown): string =>
  value === null || value === undefined
    ? ''
    : typeof value === 'string'
      ? harmless(value)
      : typeof value === 'number'
        ? String(value)
        : JSON.stringify(value)

// A spreadsheet takes a cell that begins so for a formula (OWASP, CSV Injection); an apostrophe makes it text.
const harmless = (text: string): string => (/^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text)

const quote = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
