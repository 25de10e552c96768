import { z } from 'zod'
import { addFault } from './faulty.ts'
import { findNameFault } from './name-fault.ts'

/**
 * A tenant's name: at once Linux account, PostgreSQL role and database, and systemd instance.
 *
 * 1 to 31 characters: useradd(8) allows 32, and utmp(5) cuts at 32 bytes. Lower-case letters, digits and
 * hyphens only, so that it needs no escaping in a unit name (systemd.unit(5)) nor in a host name (RFC 1123).
 */
export const TenantName = z
  .string()
  .superRefine((name, context) => {
    const fault = findNameFault(name)
    if (fault !== undefined) addFault(context, fault)
  })
  .brand('TenantName')
export type TenantName = z.infer<typeof TenantName>
