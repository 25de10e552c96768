import {
  listFormat,
  PilotError,
  readTenantList,
  settings,
  speak,
  type CreateTenantInput,
  type InputFault,
  type ListFault,
} from '@pilot/contract'
import Papa from 'papaparse'
import { invalid } from '../options/invalid.ts'

/**
 * Names, one a line, or CSV (RFC 4180) with a header.
 * @throws PilotError `invalid-input` that names the line
 */
export const parseTenantList = (text: string): CreateTenantInput[] => {
  const { data, errors } = Papa.parse<string[]>(text.replace(/^\ufeff/, ''), listFormat)
  const quotes = errors.find(({ type }) => type === 'Quotes')
  if (quotes !== undefined) throw refusal(lineOf(quotes.row), { code: 'quotes' })
  const { tenants, faults } = readTenantList(settings, data)
  const [fault] = faults
  if (fault !== undefined) throw refusal(fault.code === 'unknown-column' ? 'line 1' : 'file', fault)
  return tenants.map(({ line, input, faults: [own] }) => {
    if (own !== undefined) throw refusal(`line ${line}`, own)
    if (input === null)
      throw new PilotError({ code: 'invalid-input', field: `line ${line}`, fault: { code: 'not-fitting' } })
    return input
  })
}

const refusal = (where: string, fault: ListFault): PilotError =>
  fault.code === 'cell'
    ? invalid(`${where}, ${fault.column}`, fault.fault)
    : invalid(where, inputFaultOf(fault), speak.listFault(fault))

/** The same of any input, as far as there is one. */
const inputFaultOf = (fault: Exclude<ListFault, { code: 'cell' }>): InputFault => {
  switch (fault.code) {
    case 'empty':
      return { code: 'list-short', least: 1 }
    case 'many':
      return { code: 'list-long', most: fault.most }
    case 'name-missing':
      return { code: 'missing' }
    case 'name-twice':
    case 'domain-twice':
      return { code: fault.code }
    default:
      return { code: 'usage', text: speak.listFault(fault) }
  }
}

const lineOf = (row: number | undefined): string => (row === undefined ? 'file' : `line ${row + 1}`)
