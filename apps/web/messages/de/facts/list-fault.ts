import { excerptOf, say, standingsOf, type ListFault, type Sentences } from '@pilot/contract'
import { setting } from './setting.ts'
import { inputFault } from './input-fault.ts'

export const listFault: Sentences<ListFault> = {
  empty: () => 'sie enthält keinen Tenant',
  quotes: () => 'ihre Anführungszeichen sind nicht die von CSV (RFC 4180)',
  'unknown-column': ({ column, known }) =>
    `eine Spalte „${excerptOf(column)}“ gibt es nicht; es gibt ${known.join(', ')}`,
  'column-twice': ({ column }) => `die Spalte ${excerptOf(column)} gibt es doppelt`,
  many: ({ most }) => `sie enthält mehr als ${most} Tenants`,

  'no-header': () => 'für mehrere Spalten braucht es eine erste Zeile mit „name“',
  'name-missing': () => 'der Name fehlt',
  'cells-many': ({ cells, columns }) => `sie hat ${cells} Werte für ${columns} Spalten`,
  'cell-without-title': ({ text }) => `„${excerptOf(text)}“ steht unter keinem Titel`,
  cell: ({ column, fault }, forms) => `${excerptOf(column)}: ${say(inputFault, fault, forms)}`,
  'name-twice': ({ name, line }) => `${excerptOf(name)} steht schon in Zeile ${line}`,
  'domain-twice': ({ domain, line }) => `die Domain ${excerptOf(domain)} steht schon in Zeile ${line}`,

  taken: ({ difference }, forms) =>
    `einen Tenant dieses Namens gibt es schon, aber anders: ${say(differences, difference, forms)}`,
  'domain-taken': ({ domain, tenant }) => `die Domain ${excerptOf(domain)} gehört dem Tenant ${tenant}`,
}

const differences = standingsOf(setting)
