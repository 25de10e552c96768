import {
  Activation,
  CreateListInput,
  Domain,
  IdleTime,
  Listen,
  PilotError,
  Scope,
  speak,
  TenantName,
  type CreateTenantInput,
} from '@pilot/contract'
import { CsvError, parse } from 'csv-parse/sync'
import { chosen } from '../options/choice.ts'
import { parseCommandLine } from '../options/program.ts'
import { invalid, parsed } from '../options/value.ts'

/**
 * Names, one a line, or CSV (RFC 4180) with a header.
 * @throws PilotError `invalid-input` that names the line
 */
export const parseTenantList = (text: string): CreateTenantInput[] => {
  const [first, ...rest] = readLines(text)
  if (first === undefined) throw invalid('file', 'it holds no tenant')
  const header = first.cells.map((cell) => cell.toLowerCase())
  const isHeader = header.includes('name')
  if (!isHeader && first.cells.length > 1)
    throw invalid(nameOf(first), 'several columns need a header with "name"')
  const columns = (isHeader ? header : ['name']).map((column) => toColumn(column, first))
  const lines = isHeader ? rest : [first, ...rest]
  const tenants = lines.map((line) => toTenant(line, columns))
  refuseTwice(tenants, lines)
  return parsed('file', CreateListInput)({ tenants }).tenants
}

interface Line {
  readonly number: number
  readonly cells: readonly string[]
}

const nameOf = ({ number }: Line): string => `line ${number}`

const readLines = (text: string): Line[] => {
  try {
    const records = parse(text, {
      ...{ bom: true, trim: true, info: true },
      ...{ skip_empty_lines: true, skip_records_with_empty_values: true, relax_column_count: true },
    }) as unknown as { record: string[]; info: { lines: number } }[]
    return records.map(({ record, info }) => ({ number: info.lines, cells: record }))
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const { lines } = error as CsvError & { readonly lines?: number }
    throw invalid(
      lines === undefined ? 'file' : `line ${lines}`,
      'its quotes are not those of CSV (RFC 4180)',
    )
  }
}

type Column = keyof typeof columnsKnown

const toColumn = (column: string, header: Line): Column => {
  if (column in columnsKnown) return column as Column
  const known = Object.keys(columnsKnown).join(', ')
  throw invalid(nameOf(header), `there is no column "${column}"; known are ${known}`)
}

/** What a value of each column says of a tenant. */
const columnsKnown = {
  name: (text: string) => ({ name: parsed('name', TenantName)(text) }),
  domains: (text: string) => ({
    domains: text.split(/[\s,;]+/).map((domain) => parsed('domains', Domain)(domain)),
  }),
  idle: (text: string) => ({ idle: parsed('idle', IdleTime)(text) }),
  scope: (text: string) => ({ scope: chosen('scope', Scope)(text) }),
  exec: (text: string) => ({ command: parseCommandLine(text) }),
  activation: (text: string) => ({ activation: chosen('activation', Activation)(text) }),
  listen: (text: string) => ({ listen: chosen('listen', Listen)(text) }),
} satisfies Record<string, (text: string) => Partial<CreateTenantInput>>

const toTenant = (line: Line, columns: readonly Column[]): CreateTenantInput => {
  if (line.cells.length > columns.length)
    throw invalid(nameOf(line), `it has ${line.cells.length} values for ${columns.length} columns`)
  const settings = columns.map((column, index) => readValue(line, column, line.cells[index] ?? ''))
  const { name, ...others } = Object.assign({}, ...settings) as Partial<CreateTenantInput>
  if (name === undefined) throw invalid(nameOf(line), 'the name is missing')
  return { name, ...others }
}

const readValue = (line: Line, column: Column, text: string): Partial<CreateTenantInput> => {
  if (text === '') return {}
  try {
    return columnsKnown[column](text)
  } catch (error) {
    if (error instanceof PilotError && error.problem.code === 'invalid-input')
      throw invalid(nameOf(line), `${error.problem.field}: ${speak.inputFault(error.problem.fault)}`)
    throw error
  }
}

const refuseTwice = (tenants: readonly CreateTenantInput[], lines: readonly Line[]): void => {
  const first = new Map<string, Line>()
  for (const [index, line] of lines.entries()) {
    const name = tenants[index]?.name ?? ''
    const before = first.get(name)
    if (before !== undefined) throw invalid(nameOf(line), `${name} stands in ${nameOf(before)} already`)
    first.set(name, line)
  }
}
