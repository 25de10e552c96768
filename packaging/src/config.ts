import { configDefaults } from '@pilot/render'

export interface Config {
  /** Where the admin API listens, as Caddy writes addresses. */
  readonly admin: string
  readonly httpPorts: readonly number[]
  /** Where the web interface is; nowhere if undefined. */
  readonly webDomain: string | undefined
}

/** What /etc/pilot/pilot.conf says of Caddy; caddy.service puts it into the environment. */
export const readConfig = (environment: NodeJS.ProcessEnv): Config => ({
  admin: environment['PILOT_CADDY_ADMIN'] ?? configDefaults.caddyAdmin,
  httpPorts: environment['PILOT_HTTP_PORTS']?.split(/[\s,]+/).map(readPort) ?? configDefaults.httpPorts,
  // The agent says what is wrong with it; a host that nobody can ask for must not cost the tenants their route.
  webDomain: (environment['PILOT_WEB_DOMAIN'] ?? configDefaults.webDomain).trim().toLowerCase() || undefined,
})

const readPort = (text: string): number => {
  const port = Number(text)
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new RangeError(
      `PILOT_HTTP_PORTS in /etc/pilot/pilot.conf: "${text}" is not a port. Ports are separated by commas.`,
    )
  }
  return port
}
