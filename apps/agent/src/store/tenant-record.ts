import type { Problem, StepName, TenantSpec } from '@pilot/contract'
import { z } from 'zod'

/** What is wished of a tenant. `deleted` keeps its database and files, and this record of them. */
export const Wish = z.enum(['present', 'deleted', 'purging'])
export type Wish = z.infer<typeof Wish>

/** What the store knows of a tenant: the wish, and how the last attempt ended. */
export interface TenantRecord {
  readonly spec: TenantSpec
  readonly uid: number
  readonly wish: Wish
  /** Why the last operation failed; null where it did not. */
  readonly problem: Problem | null
  readonly failedStep: StepName | null
  readonly createdAt: string
  readonly updatedAt: string
}
