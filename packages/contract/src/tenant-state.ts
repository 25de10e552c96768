import { z } from 'zod'
import { tenantStates } from './tenant-states.ts'

export const TenantState = z.enum(tenantStates)
export type TenantState = z.infer<typeof TenantState>
