import {
  listFormat,
  PilotError,
  readTenantList,
  settings,
  speak,
  type CreateTenantInput,
} from '@pilot/contract'
import Papa from 'papaparse'
import { invalid } from '../options/value.ts'

/**
 * Names, one a line, or CSV (RFC 4180) with a header.
 * @throws PilotError `invalid-input` that names the line
 */
export const parseTenantList = (text: string): CreateTenantInput[] => {
  const { data, errors } = Papa.parse<string[]>(text.replace(/^\ufeff/, ''), listFormat)
  const quotes = errors.find(({ type }) => type === 'Quotes')
  if (quotes !== undefined) throw invalid(lineOf(quotes.row), speak.listFault({ code: 'quotes' }))
  const { tenants, faults } = readTenantList(settings, data)
  const [fault] = faults
  if (fault !== undefined)
    throw invalid(fault.code === 'unknown-column' ? 'line 1' : 'file', speak.listFault(fault))
  return tenants.map(({ line, input, faults: [own] }) => {
    if (own !== undefined) throw invalid(`line ${line}`, speak.listFault(own))
    if (input === null)
      throw new PilotError({ code: 'invalid-input', field: `line ${line}`, fault: { code: 'not-fitting' } })
    return input
  })
}

const lineOf = (row: number | undefined): string => (row === undefined ? 'file' : `line ${row + 1}`)
