import type { TenantName } from '@pilot/contract'

/** The tenant in the name of a file or a unit that root alone can make. To load the schema would cost each sample its time. */
export const asTenant = (name: string): TenantName => name as TenantName
