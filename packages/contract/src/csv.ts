export type CsvCell = string | number | null

/** Comma-separated values with a header line (RFC 4180), safe to open in a spreadsheet; null is an empty cell. */
export const csvText = (header: readonly string[], rows: readonly (readonly CsvCell[])[]): string =>
  [header, ...rows]
    .map((cells) => cells.map((cell) => quote(textOf(cell))).join(','))
    .join('\r\n')
    .concat('\r\n')

const textOf = (cell: CsvCell): string =>
  cell === null ? '' : typeof cell === 'number' ? String(cell) : harmless(cell)

// A spreadsheet takes a cell that begins so for a formula (OWASP, CSV Injection); an apostrophe makes it text.
const harmless = (text: string): string => (/^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text)

const quote = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
