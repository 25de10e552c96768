import { inputFaultOf, TenantName, type CreateTenantInput, type InputFault } from '@pilot/contract'
import Papa from 'papaparse'
import { emptyForm } from './defaults.ts'
import { ProvisionForm, type ProvisionValues } from './form-schema.ts'

/** The columns that a list with a first line of titles may have. */
export const listColumns = [
  'name',
  'domains',
  'idle',
  'scope',
  'command',
  'activation',
  'listen',
  'memory',
  'cpu',
  'tasks',
] as const
type Column = (typeof listColumns)[number]

/** Most rows of one list, as CreateListInput takes them. */
export const longestList = 1000

export interface ListRow {
  /** As it was counted in the text, from 1, without empty lines. */
  readonly number: number
  readonly name: string
  readonly domains: readonly string[]
  /** What the agent is asked for; null where the row has a fault. */
  readonly input: CreateTenantInput | null
  readonly faults: readonly RowFault[]
}

export type RowFault =
  | { readonly kind: 'invalid'; readonly field: string; readonly fault: InputFault }
  | { readonly kind: 'twice'; readonly line: number }
  | { readonly kind: 'domain-twice'; readonly domain: string; readonly line: number }
  | { readonly kind: 'taken' }
  | { readonly kind: 'domain-taken'; readonly domain: string; readonly tenant: string }

export interface TenantList {
  readonly rows: readonly ListRow[]
  /** Titles that name no column. Nothing is made while one stands there: it may be a limit that was misspelt. */
  readonly unknownColumns: readonly string[]
}

/**
 * Reads a pasted list or a CSV file: a name in each line and domains behind it, or any of `listColumns` under a line of
 * titles. Commas, semicolons and tabs part the cells (RFC 4180); several domains stand in one cell, parted by spaces.
 */
export const readList = (text: string): TenantList => {
  const { data } = Papa.parse<string[]>(text.trim(), {
    skipEmptyLines: 'greedy',
    delimitersToGuess: [',', ';', '\t'],
  })
  const lines = data.map((cells) => cells.map((cell) => cell.trim()))
  const titles = lines[0]?.map((title) => titleOf(title.toLowerCase())) ?? []
  const titled = titles.includes('name')
  const body = titled ? lines.slice(1) : lines
  const rows = body.map((cells, index) =>
    readRow(titled ? cellsByTitle(titles, cells) : cellsByPlace(cells), index + 1),
  )
  return {
    rows: withRepeats(rows),
    unknownColumns: titled ? titles.filter((title) => title !== '' && !isColumn(title)) : [],
  }
}

type Cells = Partial<Record<Column, string>>

// What most people write of one.
const titleOf = (title: string): string => (title === 'domain' ? 'domains' : title)

const isColumn = (title: string): title is Column => (listColumns as readonly string[]).includes(title)

const cellsByTitle = (titles: readonly string[], cells: readonly string[]): Cells =>
  Object.fromEntries(
    titles.map((title, index) => [title, cells[index] ?? '']).filter(([, cell]) => cell !== ''),
  ) as Cells

const cellsByPlace = (cells: readonly string[]): Cells => {
  const [name = '', ...domains] = cells.flatMap((cell) => cell.split(/\s+/))
  return { name, domains: domains.join(' ') }
}

const readRow = (cells: Cells, number: number): ListRow => {
  const domains = (cells.domains ?? '').split(/\s+/).filter((domain) => domain !== '')
  const parsed = ProvisionForm.safeParse(toValues(cells, domains))
  const name = cells.name ?? ''
  return {
    number,
    name,
    domains: domains.length > 0 ? domains : TenantName.safeParse(name).success ? [`${name}.localhost`] : [],
    input: parsed.data ?? null,
    faults: (parsed.error?.issues ?? []).map((issue) => ({
      kind: 'invalid',
      field: String(issue.path[0] ?? 'name'),
      fault: inputFaultOf(issue),
    })),
  }
}

// Whatever stands in a cell goes to the schema, which alone says what is wrong with it.
const toValues = (cells: Cells, domains: readonly string[]): Record<keyof ProvisionValues, unknown> => ({
  ...emptyForm,
  name: cells.name ?? '',
  domains: domains.map((value) => ({ value })),
  idle: cells.idle ?? emptyForm.idle,
  scope: cells.scope ?? emptyForm.scope,
  program: cells.command === undefined ? 'sample' : 'command',
  command: cells.command ?? '',
  activation: cells.activation ?? emptyForm.activation,
  listen: cells.listen ?? emptyForm.listen,
  memoryMax: cells.memory ?? '',
  cpuQuota: cells.cpu ?? '',
  tasksMax: cells.tasks ?? '',
})

const withRepeats = (rows: readonly ListRow[]): ListRow[] => {
  const names = new Map<string, number>()
  const domains = new Map<string, number>()
  return rows.map((row) => {
    const faults: RowFault[] = []
    const line = names.get(row.name)
    if (line !== undefined && row.name !== '') faults.push({ kind: 'twice', line })
    else
      for (const domain of row.domains) {
        const other = domains.get(domain)
        if (other !== undefined) faults.push({ kind: 'domain-twice', domain, line: other })
      }
    if (!names.has(row.name)) names.set(row.name, row.number)
    for (const domain of row.domains) if (!domains.has(domain)) domains.set(domain, row.number)
    return withFaults(row, faults)
  })
}

/** The rows with what is taken on this host; `names` and `domains` are those of the tenants there, with their owner. */
export const markTaken = (
  rows: readonly ListRow[],
  names: ReadonlySet<string>,
  domains: ReadonlyMap<string, string>,
): ListRow[] =>
  rows.map((row) => {
    if (names.has(row.name)) return withFaults(row, [{ kind: 'taken' }])
    const faults = row.domains.flatMap((domain): RowFault[] => {
      const tenant = domains.get(domain)
      return tenant === undefined || tenant === row.name ? [] : [{ kind: 'domain-taken', domain, tenant }]
    })
    return withFaults(row, faults)
  })

const withFaults = (row: ListRow, faults: readonly RowFault[]): ListRow =>
  faults.length === 0 ? row : { ...row, input: null, faults: [...row.faults, ...faults] }
