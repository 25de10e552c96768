import {
  listFormat,
  listText,
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
  const { data, errors } = Papa.parse<string[]>(listText(text), listFormat)
  const odd = errors.filter(({ type }) => type === 'Quotes').map(({ row = 0 }) => row)
  const { tenants, faults } = readTenantList(settings, data, odd)
  const [fault] = faults
  // Of some faults `line` is where something else stands, but none of those is of the whole list.
  if (fault !== undefined) throw refusal('line' in fault ? `line ${fault.line}` : 'file', fault)
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
