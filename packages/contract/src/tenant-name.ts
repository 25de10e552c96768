import { z } from 'zod'
import { isReservedName } from './reserved-names.ts'

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
    if (fault !== undefined) context.addIssue({ code: 'custom', message: fault })
  })
  .brand('TenantName')
export type TenantName = z.infer<typeof TenantName>

const findNameFault = (name: string): string | undefined => {
  if (name === '') return 'the name is empty'
  if (name.length > 31) return `the name has ${name.length} characters, 31 are allowed`
  if (!/^[a-z]/.test(name)) return 'the name must begin with a lower-case letter a-z'
  if (!/^[a-z0-9-]+$/.test(name) || name.includes('\n'))
    return 'the name may hold only lower-case letters a-z, digits and hyphens'
  if (name.endsWith('-')) return 'the name must not end with a hyphen'
  if (isReservedName(name)) return `the name ${name} is reserved for the system`
  return undefined
}
