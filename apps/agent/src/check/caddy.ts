import { readDomainRoutes } from '@pilot/provision'
import { paths, planRoutes } from '@pilot/render'
import { toFinding, type Check } from './check.ts'

/** The admin API and who can reach it, the tenants' route, and the folder that it looks into. */
export const checkCaddy: Check = async ({ host, config }) => {
  const { address } = host.caddy
  const [loaded, link, openPort, domainRoutes] = await Promise.all([
    host.caddy.get('/config/'),
    host.files.inspect(paths.domainsForProxy),
    host.machine.tcpListens(defaultAdminPort),
    readDomainRoutes(host.files),
  ])
  const isSocket = address.startsWith('unix/')
  const { httpPorts, webDomain } = config
  const missing = planRoutes(loaded, { admin: address, httpPorts, webDomain, domainRoutes })
  return [
    toFinding({
      id: 'caddy.admin',
      title: "Caddy's admin API is closed to tenants",
      met: isSocket && !openPort,
      found: `It listens on ${address} only.`,
      otherwise: isSocket
        ? `Something listens on TCP port ${defaultAdminPort}, Caddy's usual admin address.`
        : `It listens on ${address}: every local user, so every tenant, can change Caddy.`,
      remedy: `Set PILOT_CADDY_ADMIN=unix/${paths.caddyAdmin} in ${paths.config}, then: systemctl restart caddy`,
    }),
    toFinding({
      id: 'caddy.route',
      title: "The tenants' route",
      met: missing.length === 0,
      found: 'It is in place.',
      otherwise: 'It is missing or out of date, so tenants cannot be reached.',
      remedy: 'Put it back: systemctl reload caddy',
    }),
    toFinding({
      id: 'caddy.domains',
      title: 'The folder of domains',
      met: link?.kind === 'symlink' && link.target === paths.domains,
      found: `${paths.domainsForProxy} leads to ${paths.domains}.`,
      otherwise: `${paths.domainsForProxy} does not lead to ${paths.domains}.`,
      remedy: 'Make it again: systemd-tmpfiles --create pilot.conf',
    }),
  ]
}

// Caddy's default (caddyserver.com/docs/api); nothing of ours is there.
const defaultAdminPort = 2019
