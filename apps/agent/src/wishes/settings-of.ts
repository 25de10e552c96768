import type { CreateTenantInput } from '@pilot/contract'
import type { Settings } from './new-spec.ts'

/** What the input says beyond the name; what it leaves out is left out here too. */
export const settingsOf = (input: Partial<CreateTenantInput>): Settings =>
  Object.fromEntries(Object.entries(input).filter(([key, value]) => key !== 'name' && value !== undefined))
