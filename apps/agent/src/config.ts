import { readFile } from 'node:fs/promises'
import { parseEnv } from 'node:util'
import { Domain, parseTimeSpan } from '@pilot/contract'
import { configDefaults } from '@pilot/render'
import { z } from 'zod'

const port = z.coerce.number<string>().int().min(1).max(65_535)
const count = z.coerce.number<string>().int().min(1).max(10_000)

/** In milliseconds; given as a time span (systemd.time(7)). */
const timeSpan = z
  .string()
  .transform(
    (text, context) => parseTimeSpan(text) ?? (context.addIssue('not a time span like 30s'), z.NEVER),
  )

/** The settings of /etc/pilot/pilot.conf; an environment variable of the same name wins. */
const Config = z
  .object({
    /** Caddy's admin API as Caddy writes addresses: `unix//path` or `host:port`. */
    PILOT_CADDY_ADMIN: z.string().min(1).default(configDefaults.caddyAdmin),
    /** The folder of PostgreSQL's socket, or a host name. */
    PILOT_PGHOST: z.string().min(1).default(configDefaults.pgHost),
    PILOT_PGPORT: port.default(configDefaults.pgPort),
    /** Ports on which tenants are served. */
    PILOT_HTTP_PORTS: z
      .string()
      .transform((text) => text.split(/[\s,]+/).filter((part) => part !== ''))
      .pipe(z.array(port).min(1))
      .default([...configDefaults.httpPorts]),
    /** How long the agent stays with nothing to do. */
    PILOT_AGENT_IDLE: timeSpan.default(30_000),
    /** The domain of the web interface; empty where it is offered on none. */
    PILOT_WEB_DOMAIN: z
      .string()
      .trim()
      .toLowerCase()
      .pipe(z.union([z.literal(''), Domain]))
      .default(configDefaults.webDomain),
    /** Its whole address, where it is not the domain by HTTP: for the links of `pilot operator add`. */
    PILOT_WEB_URL: z.url({ protocol: /^https?$/ }).optional(),
    /** A session ends when it was not used for this time: somebody may have left the browser open. */
    PILOT_SESSION_IDLE: timeSpan.default(60 * 60_000),
    /** A session ends after this time, used or not: one working day, and a stolen cookie is worth no more. */
    PILOT_SESSION_MAX: timeSpan.default(12 * 60 * 60_000),
    /** Calls and operations from the web interface that are in work at once. */
    PILOT_BRIDGE_CALLS: count.default(64),
    /** Open pages that listen for events, at once. */
    PILOT_BRIDGE_STREAMS: count.default(128),
    /** For crash tests only: see crash-seam.ts. */
    PILOT_CRASH_AFTER: z.coerce.number().int().min(1).optional(),
  })
  .transform((all) => ({
    caddyAdmin: all.PILOT_CADDY_ADMIN,
    pgHost: all.PILOT_PGHOST,
    pgPort: all.PILOT_PGPORT,
    httpPorts: all.PILOT_HTTP_PORTS,
    idle: all.PILOT_AGENT_IDLE,
    /** Nowhere if undefined. */
    webDomain: all.PILOT_WEB_DOMAIN || undefined,
    webUrl:
      all.PILOT_WEB_URL?.replace(/\/+$/, '') ??
      plainUrl(all.PILOT_WEB_DOMAIN || configDefaults.webDomain, all.PILOT_HTTP_PORTS[0]),
    sessionIdle: all.PILOT_SESSION_IDLE,
    sessionMax: all.PILOT_SESSION_MAX,
    bridgeCalls: all.PILOT_BRIDGE_CALLS,
    bridgeStreams: all.PILOT_BRIDGE_STREAMS,
    crashAfter: all.PILOT_CRASH_AFTER,
  }))
export type Config = z.infer<typeof Config>

/** Reads the file, which may be missing, and the environment. Throws where a value is not valid, naming it. */
export const readConfig = async (path: string, environment: NodeJS.ProcessEnv): Promise<Config> => {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return ''
    throw error
  })
  return parseConfig(text, environment)
}

/**
 * The file's lines as Node reads them. systemd has read the same file by rules of its own (EnvironmentFile= of
 * pilot-agent.service, systemd.exec(5)), and what it found wins: so the agent, the web interface and Caddy agree.
 */
export const parseConfig = (text: string, environment: NodeJS.ProcessEnv): Config =>
  Config.parse({ ...parseEnv(text), ...environment })

const plainUrl = (domain: string, port = 80): string =>
  port === 80 ? `http://${domain}` : `http://${domain}:${port}`
