import type { ListFault } from '../facts/list-fault.ts'
import { difference } from './difference.ts'
import { inputFault } from './input-fault.ts'
import { say, type Sentences } from './sentences.ts'

/** Each is one clause without a full stop, as it stands behind a colon. */
export const listFault: Sentences<ListFault> = {
  empty: () => 'it holds no tenant',
  quotes: () => 'its quotes are not those of CSV (RFC 4180)',
  'unknown-column': ({ column, known }) => `there is no column "${column}"; known are ${known.join(', ')}`,
  many: ({ most }) => `it holds more than ${most} tenants`,

  'no-header': () => 'several columns need a header with "name"',
  'name-missing': () => 'the name is missing',
  'cells-many': ({ cells, columns }) => `it has ${cells} values for ${columns} columns`,
  cell: ({ column, fault }, forms) => `${column}: ${say(inputFault, fault, forms)}`,
  'name-twice': ({ name, line }) => `${name} stands in line ${line} already`,
  'domain-twice': ({ domain, line }) => `${domain} stands in line ${line} already`,

  taken: (fault, forms) =>
    `there is a tenant of this name already, with ${say(difference, fault.difference, forms)}`,
  'domain-taken': ({ domain, tenant }) => `${domain} belongs to ${tenant}`,
}
