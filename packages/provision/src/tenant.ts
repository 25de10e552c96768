import type { TenantSpec } from '@pilot/contract'

/** One tenant as it is wished, and what the agent knows besides. */
export interface Tenant {
  readonly spec: TenantSpec
  /** Its own for ever (docs/internals.md, Accounts); the gid of its group as well. */
  readonly uid: number
  /** Ports of Caddy's servers that carry tenants (`PILOT_HTTP_PORTS`). Default 80 and 443. */
  readonly httpPorts?: readonly number[]
  /** Where Pilot's own web interface is (`PILOT_WEB_DOMAIN`), whose route stands before the tenants'. */
  readonly webDomain?: string | undefined
}
