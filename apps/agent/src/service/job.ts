import type { Caller } from '@pilot/api/service'
import type { TenantName } from '@pilot/contract'
import type { Job } from '../operations/change-tenant.ts'
import { redact } from '../audit/redact.ts'

/** What a call asks for, as the store and the audit keep it. */
export const jobOf = (action: string, input: { readonly name: TenantName }, caller: Caller): Job => ({
  tenant: input.name,
  action,
  input: redact(input),
  caller,
})
