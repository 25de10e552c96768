import { excerptOf } from '../clause.ts'
import type { ListFault } from '../facts/list-fault.ts'
import { difference } from './difference.ts'
import { inputFault } from './input-fault.ts'
import { say, type Sentences } from './sentences.ts'

/** Each is one clause without a full stop, as it stands behind a colon. */
export const listFault: Sentences<ListFault> = {
  empty: () => 'it holds no tenant',
  quotes: () => 'its quotes are not those of CSV (RFC 4180)',
  'unknown-column': ({ column, known }) =>
    `there is no column "${excerptOf(column)}"; known are ${known.join(', ')}`,
  'column-twice': ({ column }) => `the column ${excerptOf(column)} stands twice`,
  many: ({ most }) => `it holds more than ${most} tenants`,

  'no-header': () => 'several columns need a header with "name"',
  'name-missing': () => 'the name is missing',
  'cells-many': ({ cells, columns }) => `it has ${cells} values for ${columns} columns`,
  'cell-without-title': ({ text }) => `"${excerptOf(text)}" stands under no title`,
  cell: ({ column, fault }, forms) => `${excerptOf(column)}: ${say(inputFault, fault, forms)}`,
  'name-twice': ({ name, line }) => `${excerptOf(name)} stands in line ${line} already`,
  'domain-twice': ({ domain, line }) => `${excerptOf(domain)} stands in line ${line} already`,

  taken: (fault, forms) =>
    `there is a tenant of this name already, with ${say(difference, fault.difference, forms)}`,
  'domain-taken': ({ domain, tenant }) => `${excerptOf(domain)} belongs to ${tenant}`,
}
