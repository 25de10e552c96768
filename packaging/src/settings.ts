export interface Settings {
  /** Where the admin API listens, as Caddy writes addresses. */
  readonly admin: string
  readonly httpPorts: readonly number[]
}

/** Settings of /etc/pilot/pilot.conf, which caddy.service puts into the environment. */
export const readSettings = (environment: NodeJS.ProcessEnv): Settings => ({
  admin: environment['PILOT_CADDY_ADMIN'] ?? 'unix//run/caddy/admin.sock',
  httpPorts: (environment['PILOT_HTTP_PORTS'] ?? '80,443').split(/[\s,]+/).map(readPort),
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
