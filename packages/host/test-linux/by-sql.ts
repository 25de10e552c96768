import { reservedName } from '../src/contract-tests/suite.ts'
import type { Statement } from '../src/ports/postgres.ts'

/** Any SQL: on Linux it alone decides what happens. */
export const bySql = (sql: string): Statement => ({
  verb: 'drop-role',
  name: reservedName('pilot-contract-none'),
  sql,
})
