import type { Finding } from '@pilot/contract'
import { readDomainRoutes } from '@pilot/provision'
import { paths, planRoutes } from '@pilot/render'
import { fault, met, type Check } from './check.ts'

/** The admin API and who can reach it, the tenants' route, and the folder that it looks into. */
export const checkCaddy: Check = async ({ host, config }) => {
  const { address } = host.caddy
  const [loaded, link, openPort, domainRoutes] = await Promise.all([
    host.caddy.get('/config/'),
    host.files.inspect(paths.domainsForProxy),
    host.machine.tcpListens(defaultAdminPort),
    readDomainRoutes(host.files),
  ])
  const { httpPorts, webDomain } = config
  const missing = planRoutes(loaded, { admin: address, httpPorts, webDomain, domainRoutes })
  return [
    checkAdmin(address, openPort),
    missing.length === 0
      ? met('caddy.route', { code: 'route' })
      : fault(
          'caddy.route',
          { code: 'no-route' },
          { code: 'restore-route', command: 'systemctl reload caddy' },
        ),
    link?.kind === 'symlink' && link.target === paths.domains
      ? met('caddy.domains', { code: 'domains', ...domainsFolder })
      : fault(
          'caddy.domains',
          { code: 'no-domains', ...domainsFolder },
          { code: 'make-domains', command: 'systemd-tmpfiles --create pilot.conf' },
        ),
  ]
}

const checkAdmin = (address: string, openPort: boolean): Finding => {
  const isSocket = address.startsWith('unix/')
  if (isSocket && !openPort) return met('caddy.admin', { code: 'admin-closed', address })
  return fault(
    'caddy.admin',
    isSocket ? { code: 'admin-port', port: defaultAdminPort } : { code: 'admin-open', address },
    {
      code: 'close-admin',
      setting: `PILOT_CADDY_ADMIN=unix/${paths.caddyAdmin}`,
      file: paths.config,
      command: 'systemctl restart caddy',
    },
  )
}

const domainsFolder = { link: paths.domainsForProxy, folder: paths.domains }

// Caddy's default (caddyserver.com/docs/api); nothing of ours is there.
const defaultAdminPort = 2019
