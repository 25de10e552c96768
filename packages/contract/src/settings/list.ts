import { z } from 'zod'
import type { InputFault } from '../facts/input-fault.ts'
import type { ListFault } from '../facts/list-fault.ts'
import type { CreateTenantInput } from '../create-tenant-input.ts'
import { inputFaultOf } from '../input-problem.ts'
import { defaultDomain } from '../domain.ts'
import { TenantName } from '../tenant-name.ts'
import type { Setting, Settings } from './setting.ts'
import { createShape } from './shapes.ts'
import { isInfinity, readSetting } from './text.ts'
import { objectOf, withValue, withValueOfDomain, type Values } from './values.ts'

/** How a list of tenants is to be cut into cells (Papa Parse): a comma, semicolon or tab parts them (RFC 4180). */
export const listFormat = { delimitersToGuess: [',', ';', '\t'] }

/** The same text without a byte order mark, and with one kind of line end: a list may be pasted together. */
export const listText = (text: string): string => text.replace(/^\ufeff/, '').replaceAll(/\r\n?/g, '\n')

/** Most tenants of one list. */
export const longestList = 1000

export interface ListedTenant {
  /** Where it stands in the text, from 1. */
  readonly line: number
  readonly name: string
  /** The domains that it would have, as far as they can be told. */
  readonly domains: readonly string[]
  /** What the agent is asked for; null where something is wrong. */
  readonly input: CreateTenantInput | null
  readonly faults: readonly ListFault[]
}

export interface TenantList {
  readonly tenants: readonly ListedTenant[]
  /** What is wrong with the list as a whole; nothing is made of it then. */
  readonly faults: readonly ListFault[]
}

/**
 * The tenants of a list: a name in each line, with domains behind it, or settings under a line of titles: `name`, and
 * any flag of the table. An empty cell says nothing. A setting of a domain is an object in JSON by domain, or one value
 * for all domains of its line. `oddQuotes` are the records whose quotes are not those of CSV.
 */
export const readTenantList = (
  table: Settings,
  records: readonly (readonly string[])[],
  oddQuotes: readonly number[] = [],
): TenantList => {
  const lines = linesOf(records)
  const quotes = oddQuotes.map((record): ListFault => ({ code: 'quotes', line: lines[record]?.number ?? 1 }))
  const written = lines.filter(({ cells }) => !cells.every((cell) => isBlank(cell)))
  const [first] = written
  if (first === undefined) return { tenants: [], faults: [...quotes, { code: 'empty' }] }
  const titles = first.cells.map((cell) => cell.trim().toLowerCase())
  const titled = titles.includes('name')
  const columns = titles.map((title) => findColumn(table, title))
  const reader = { table, schema: z.object({ name: TenantName, ...createShape(table) }) }
  const tenants = titled
    ? written.slice(1).map((line) => readLine(line, columns, reader))
    : written.map((line) => readPlainLine(line, reader))
  return {
    tenants: withRepeats(tenants),
    faults: [
      ...quotes,
      ...(titled ? faultsOfTitles(table, first.number, titles, columns) : []),
      ...(tenants.length === 0 ? [{ code: 'empty' } as const] : []),
      ...(tenants.length > longestList ? [{ code: 'many', most: longestList } as const] : []),
    ],
  }
}

const faultsOfTitles = (
  table: Settings,
  line: number,
  titles: readonly string[],
  columns: readonly Column[],
): ListFault[] => {
  const keys = columns.map((column) => (typeof column === 'object' ? column.key : column))
  return titles.flatMap((column, index): ListFault[] => {
    const key = keys[index]
    if (key === 'untitled') return []
    if (key === 'unknown') return [{ code: 'unknown-column', line, column, known: columnsOf(table) }]
    return keys.indexOf(key ?? column) < index ? [{ code: 'column-twice', line, column }] : []
  })
}

/** The titles that a list may have, each by its first name. */
export const columnsOf = (table: Settings): string[] => [
  'name',
  ...Object.values(table).map((setting) => columnOf(setting)),
]

/** What every line is read by. */
interface Reader {
  readonly table: Settings
  /** CreateTenantInput, by this table. */
  readonly schema: z.ZodType
}

interface Line {
  readonly number: number
  readonly cells: readonly string[]
}

/** The records, each with its line: one in quotes may have several. */
const linesOf = (records: readonly (readonly string[])[]): Line[] => {
  let number = 1
  return records.map((cells) => {
    const line = { number, cells }
    number += 1 + cells.reduce((breaks, cell) => breaks + (cell.match(/\n/g)?.length ?? 0), 0)
    return line
  })
}

const isBlank = (cell: string): boolean => cell.trim() === ''

type Column = 'name' | 'untitled' | 'unknown' | { readonly key: string; readonly setting: Setting }

const findColumn = (table: Settings, title: string): Column => {
  if (title === 'name') return 'name'
  if (title === '') return 'untitled'
  const found = Object.entries(table).find(([, setting]) => titlesOf(setting).includes(title))
  return found === undefined ? 'unknown' : { key: found[0], setting: found[1] }
}

const titlesOf = ({ flag, aliases = [] }: Setting): string[] => [flag, ...aliases]

/** A list has `domains`, each flag gives one. */
const columnOf = ({ kind, flag, aliases }: Setting): string =>
  kind === 'list' ? (aliases?.[0] ?? flag) : flag

const readLine = (line: Line, columns: readonly Column[], reader: Reader): ListedTenant => {
  let values: Values = {}
  const faults: ListFault[] = []
  const ofDomains: { key: string; setting: Setting; text: string }[] = []
  if (line.cells.length > columns.length)
    faults.push({ code: 'cells-many', cells: line.cells.length, columns: columns.length })
  for (const [index, column] of columns.entries()) {
    const cell = line.cells[index] ?? ''
    // A title that is not known is a fault of the whole list.
    if (isBlank(cell) || column === 'unknown') continue
    if (column === 'untitled') {
      faults.push({ code: 'cell-without-title', text: cell.trim() })
      continue
    }
    const text = column !== 'name' && column.setting.kind === 'lines' ? cell : cell.trim()
    if (column === 'name') values = { ...values, name: text }
    else if (isInfinity(column.setting, text)) continue
    else if (column.setting.of === 'domain') ofDomains.push({ ...column, text })
    else {
      const read = readSetting(column.setting, text)
      if ('fault' in read) faults.push({ code: 'cell', column: columnOf(column.setting), fault: read.fault })
      else values = withValue(values, column.key, column.setting, read.value)
    }
  }
  for (const { key, setting, text } of ofDomains) {
    const read = readOfDomains(setting, text, domainsOf(values))
    if ('fault' in read) faults.push({ code: 'cell', column: columnOf(setting), fault: read.fault })
    else for (const [domain, value] of read) values = withValueOfDomain(values, domain, key, value)
  }
  return toListed(line, values, faults, reader)
}

type OfDomains = readonly (readonly [domain: string, value: unknown])[] | { readonly fault: InputFault }

const readOfDomains = (setting: Setting, text: string, domains: readonly string[]): OfDomains => {
  const texts = text.trimStart().startsWith('{')
    ? parseObject(text)
    : Object.fromEntries(domains.map((domain) => [domain, text]))
  if (texts === undefined) return { fault: { code: 'not-json' } }
  const strange = Object.keys(texts).find((domain) => !domains.includes(domain))
  if (strange !== undefined) return { fault: { code: 'domain-strange', domain: strange } }
  const found: (readonly [string, unknown])[] = []
  for (const [domain, each] of Object.entries(texts)) {
    const read = readSetting(setting, String(each))
    if ('fault' in read) return read
    found.push([domain, read.value])
  }
  return found
}

const parseObject = (text: string): Values | undefined => {
  try {
    return objectOf(JSON.parse(text))
  } catch {
    return undefined
  }
}

/** Without titles: a name, and domains behind it, in cells of their own or parted by blanks. */
const readPlainLine = (line: Line, reader: Reader): ListedTenant => {
  const [name = '', ...domains] = line.cells
    .flatMap((cell) => cell.split(/\s+/))
    .filter((word) => word !== '')
  if (domains.length === 0) return toListed(line, { name }, [], reader)
  const setting = reader.table['domains']
  const read = setting === undefined ? undefined : readSetting(setting, domains.join(' '))
  if (read === undefined || 'fault' in read)
    return toListed(
      line,
      { name },
      domains.some((domain) => domain.includes('.')) && read !== undefined
        ? [{ code: 'cell', column: 'domains', fault: read.fault }]
        : [{ code: 'no-header' }],
      reader,
    )
  return toListed(line, { name, domains: read.value }, [], reader)
}

const domainsOf = (values: Values): string[] => {
  const given = values['domains']
  if (Array.isArray(given)) return given.map(String)
  const name = TenantName.safeParse(values['name'])
  return name.success ? [defaultDomain(name.data)] : []
}

const toListed = (
  { number: line }: Line,
  values: Values,
  faults: readonly ListFault[],
  { schema }: Reader,
): ListedTenant => {
  const name = typeof values['name'] === 'string' ? values['name'] : ''
  if (name === '')
    return { line, name, domains: [], input: null, faults: [{ code: 'name-missing' }, ...faults] }
  const parsed = schema.safeParse(values)
  const own = (parsed.error?.issues ?? []).map((issue): ListFault => ({
    code: 'cell',
    column: String(issue.path[0] ?? 'name'),
    fault: inputFaultOf(issue),
  }))
  const all = [...own, ...faults]
  return {
    line,
    name,
    domains: domainsOf(values),
    input: all.length === 0 ? ((parsed.data ?? null) as CreateTenantInput | null) : null,
    faults: all,
  }
}

const withRepeats = (tenants: readonly ListedTenant[]): ListedTenant[] => {
  const names = new Map<string, number>()
  const domains = new Map<string, number>()
  return tenants.map((tenant) => {
    const before = names.get(tenant.name)
    if (before === undefined) names.set(tenant.name, tenant.line)
    const repeated = tenant.domains.flatMap((domain): ListFault[] => {
      const line = domains.get(domain)
      if (line === undefined) domains.set(domain, tenant.line)
      return line === undefined ? [] : [{ code: 'domain-twice', domain, line }]
    })
    return before === undefined || tenant.name === ''
      ? withFaults(tenant, repeated)
      : withFaults(tenant, [{ code: 'name-twice', name: tenant.name, line: before }])
  })
}

export const withFaults = <Row extends ListedTenant>(tenant: Row, faults: readonly ListFault[]): Row =>
  faults.length === 0 ? tenant : { ...tenant, input: null, faults: [...tenant.faults, ...faults] }
