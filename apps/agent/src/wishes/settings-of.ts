import type { CreateTenantInput, GivenSettings } from '@pilot/contract'

/** What the input says beyond the name; what it leaves out is left out here too. */
export const settingsOf = (input: Partial<CreateTenantInput>): GivenSettings =>
  Object.fromEntries(Object.entries(input).filter(([key, value]) => key !== 'name' && value !== undefined))
