import type { TenantSpec } from '@pilot/contract'

/** True where pilot-enter makes its cell. A manager of the tenant's own cannot: it is not root. */
export const isEntered = ({ scope, sandbox }: Pick<TenantSpec, 'scope' | 'sandbox'>): boolean =>
  scope === 'system' && sandbox === 'pilot'
