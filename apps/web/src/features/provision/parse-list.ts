import { listFormat, listText, readTenantList, settings, type TenantList } from '@pilot/contract'
import Papa from 'papaparse'

/** A pasted list or a CSV file, as the command line reads it too. */
export const parseList = (text: string): TenantList => {
  const { data, errors } = Papa.parse<string[]>(listText(text), listFormat)
  const odd = errors.filter(({ type }) => type === 'Quotes').map(({ row = 0 }) => row)
  return readTenantList(settings, data, [...new Set(odd)])
}
