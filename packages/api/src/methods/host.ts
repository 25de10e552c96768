import {
  AuditEntry,
  AuditQuery,
  CheckInput,
  Finding,
  Nothing,
  Overview,
  UnitReport,
  UnitsInput,
} from '@pilot/contract'
import { list, value, viewer } from '../declare.ts'

export const hostMethods = {
  overview: viewer.read(Nothing, value(Overview)),
  /** Newest first. */
  audit: viewer.read(AuditQuery, list(AuditEntry)),
  /** The prerequisites, one by one. */
  check: viewer.read(CheckInput, list(Finding), { sockets: ['root', 'status', 'bridge'] }),
  /** The state of any units and of the accounts that they run as. */
  units: viewer.read(UnitsInput, list(UnitReport), { sockets: ['root', 'status', 'bridge'] }),
}
