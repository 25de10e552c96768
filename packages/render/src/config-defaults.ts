import { defaultWebDomain } from '@pilot/contract'
import { paths } from './paths.ts'

/** What holds where /etc/pilot/pilot.conf says nothing else. */
export const configDefaults = {
  caddyAdmin: `unix/${paths.caddyAdmin}`,
  pgHost: paths.postgresSockets,
  pgPort: 5432,
  httpPorts: [80, 443],
  webDomain: defaultWebDomain,
} as const
