import type { Domain, Scope, TenantName } from '@pilot/contract'

/** Every path and unit name that Pilot puts on a machine, in one place; docs/internals.md says why. */
export const paths = {
  library: '/usr/lib/pilot',
  node: '/usr/lib/pilot/bin/node',
  preload: '/usr/lib/pilot/activation/preload.mjs',
  /** Makes a tenant's cell and becomes its program (packaging/enter). */
  enter: '/usr/lib/pilot/pilot-enter',
  tenantCell: '/usr/lib/pilot/tenant.cell',
  tenantFilter: '/usr/lib/pilot/tenant.filter',
  config: '/etc/pilot/pilot.conf',
  state: '/var/lib/pilot',
  store: '/var/lib/pilot/pilot.db',
  samples: '/var/lib/pilot/samples/samples.db',
  /** For the textfile collector of Prometheus' node_exporter. */
  metrics: '/var/lib/pilot/metrics/pilot.prom',
  tenantHomes: '/var/lib/pilot/tenants',
  domains: '/var/lib/pilot/by-domain',
  /** What Caddy dials: a symlink to `domains` under /run, which is short (sun_path holds 107 bytes, unix(7)). */
  domainsForProxy: '/run/pilot/by-domain',
  routes: '/var/lib/pilot/routes',
  sockets: '/run/pilot/tenants',
  userSockets: '/run/pilot/user',
  environments: '/etc/pilot/tenants',
  systemUnits: '/etc/systemd/system',
  socketWants: '/etc/systemd/system/sockets.target.wants',
  packagedUnits: '/usr/lib/systemd/system',
  /** Caddy comes to the web interface by it. */
  webSocket: '/run/pilot/web/web.sock',
  /** Its `static` folder is what browsers know as `/_next/static`. */
  webAssets: '/usr/lib/pilot/web/apps/web/.next',
  caddyAdmin: '/run/caddy/admin.sock',
  postgresSockets: '/run/postgresql',
  /** What is compared: a small HTTP server. */
  comparedApp: '/usr/lib/pilot/compared-app.mjs',
  /** A comparison's containers and sockets, while it runs; both are gone afterwards. */
  comparisonState: '/var/lib/pilot/comparison',
  comparisonRun: '/run/pilot/comparison',

  /** Those of proxied apps that listen on a Unix socket. */
  appDirectories: '/run/pilot/app',
  /** Its group is the one that every tenant's program has besides its own. */
  deniedDirectory: '/run/pilot/status',

  home: (name: TenantName) => `/var/lib/pilot/tenants/${name}`,
  sysusers: (name: TenantName) => `/etc/sysusers.d/pilot-${name}.conf`,
  tmpfiles: (name: TenantName) => `/etc/tmpfiles.d/pilot-${name}.conf`,
  environment: (name: TenantName) => `/etc/pilot/tenants/${name}.env`,
  serviceDropIn: (name: TenantName) => `/etc/systemd/system/pilot@${name}.service.d/50-pilot.conf`,
  socketDropIn: (name: TenantName) => `/etc/systemd/system/pilot@${name}.socket.d/50-pilot.conf`,
  /** Where systemd itself keeps what SetUnitProperties set. */
  serviceControl: (name: TenantName) => `/etc/systemd/system.control/pilot@${name}.service.d`,
  socketWant: (name: TenantName) => `/etc/systemd/system/sockets.target.wants/pilot@${name}.socket`,
  userUnits: (name: TenantName) => `/var/lib/pilot/tenants/${name}/.config/systemd/user`,
  userSocketWant: (name: TenantName) =>
    `/var/lib/pilot/tenants/${name}/.config/systemd/user/sockets.target.wants/pilot.socket`,
  userManagerDropIn: (uid: number) => `/etc/systemd/system/user@${uid}.service.d/50-pilot.conf`,
  userSocketDirectory: (name: TenantName) => `/run/pilot/user/${name}`,
  appDirectory: (name: TenantName) => `/run/pilot/app/${name}`,
  domainLink: (domain: Domain) => `/var/lib/pilot/by-domain/${domain}.sock`,
  domainOwner: (domain: Domain) => `/var/lib/pilot/by-domain/${domain}.tenant`,
  domainList: (name: TenantName) => `/var/lib/pilot/by-domain/${name}.domains`,
  domainRoute: (domain: Domain) => `/var/lib/pilot/routes/${domain}.json`,
} as const

/** The tenant's listening socket, held by systemd. */
export const socketPath = (name: TenantName, scope: Scope): string =>
  scope === 'system' ? `${paths.sockets}/${name}.sock` : `${paths.userSockets}/${name}/${name}.sock`

/** True where `/run/pilot/by-domain/<domain>.sock` fits into sun_path: 107 bytes and a NUL (unix(7)). */
export const fitsSocketPath = (domain: Domain): boolean =>
  `${paths.domainsForProxy}/${domain}.sock`.length <= 107

/** Unit names of a tenant in its manager. */
export const unitNames = (name: TenantName, scope: Scope) =>
  scope === 'system'
    ? ({
        socket: `pilot@${name}.socket`,
        service: `pilot@${name}.service`,
        proxy: `pilot-proxy@${name}.service`,
      } as const)
    : ({ socket: 'pilot.socket', service: 'pilot.service', proxy: 'pilot-proxy.service' } as const)

/** Carries a comparison out, and removes all that is left of it when it stops. */
export const compareUnit = 'pilot-compare.service'
/** Removes what any comparison has left, where the first could not. */
export const compareCleanUnit = 'pilot-compare-clean.service'

/**
 * First uid given to a tenant: the second-last block of systemd's container range (systemd.io/UIDS-GIDS), whose
 * first id is the gid of `tenantsGroup`.
 */
export const firstTenantUid = 0x6ffe0001
/** Last uid given to a tenant. */
export const lastTenantUid = 0x6ffeffff

/** The group of every tenant's processes; it exists to be denied. */
export const tenantsGroup = 'pilot-tenants'

/** Caddy's group, which may connect to tenants' sockets. */
export const proxyGroup = 'caddy'

/** The mark in GECOS, in comments on roles, and at the head of every file. */
export const mark = (name: TenantName): string => `Pilot tenant ${name}`
export const fileMark = '# Made by Pilot'
