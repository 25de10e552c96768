import { listFormat, readTenantList, settings, type TenantList } from '@pilot/contract'
import Papa from 'papaparse'

/** A pasted list or a CSV file, as the command line reads it too. */
export const parseList = (text: string): TenantList => {
  const { data, errors } = Papa.parse<string[]>(text.replace(/^\ufeff/, ''), listFormat)
  const list = readTenantList(settings, data)
  return errors.some(({ type }) => type === 'Quotes')
    ? { ...list, faults: [{ code: 'quotes' }, ...list.faults] }
    : list
}
