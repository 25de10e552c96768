export interface Settings {
  /** Where the admin API listens, as Caddy writes addresses. */
  readonly admin: string
  readonly httpPorts: readonly number[]
  /** Where the web interface is; nowhere if undefined. */
  readonly webDomain: string | undefined
}

/** Settings of /etc/pilot/pilot.conf, which caddy.service puts into the environment. */
export const readSettings = (environment: NodeJS.ProcessEnv): Settings => ({
  admin: environment['PILOT_CADDY_ADMIN'] ?? 'unix//run/caddy/admin.sock',
  httpPorts: (environment['PILOT_HTTP_PORTS'] ?? '80,443').split(/[\s,]+/).map(readPort),
  // The agent says what is wrong with it; a host that nobody can ask for must not cost the tenants their route.
  webDomain: (environment['PILOT_WEB_DOMAIN'] ?? 'pilot.localhost').trim().toLowerCase() || undefined,
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
