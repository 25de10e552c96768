import { readFile } from 'node:fs/promises'
import { parseTimeSpan } from '@pilot/contract'
import { paths } from '@pilot/render'
import { z } from 'zod'

const port = z.coerce.number<string>().int().min(1).max(65_535)

/** The settings of /etc/pilot/pilot.conf; an environment variable of the same name wins. */
const Settings = z
  .object({
    /** Caddy's admin API as Caddy writes addresses: `unix//path` or `host:port`. */
    PILOT_CADDY_ADMIN: z.string().min(1).default(`unix/${paths.caddyAdmin}`),
    /** The folder of PostgreSQL's socket, or a host name. */
    PILOT_PGHOST: z.string().min(1).default('/run/postgresql'),
    PILOT_PGPORT: port.default(5432),
    /** Ports on which tenants are served. */
    PILOT_HTTP_PORTS: z
      .string()
      .transform((text) => text.split(/[\s,]+/).filter((part) => part !== ''))
      .pipe(z.array(port).min(1))
      .default([80, 443]),
    /** How long the agent stays with nothing to do, in milliseconds; given as a time span (systemd.time(7)). */
    PILOT_AGENT_IDLE: z
      .string()
      .transform(
        (text, context) => parseTimeSpan(text) ?? (context.addIssue('not a time span like 30s'), z.NEVER),
      )
      .default(30_000),
    /** For crash tests only: see crash-seam.ts. */
    PILOT_CRASH_AFTER: z.coerce.number().int().min(1).optional(),
  })
  .transform((all) => ({
    caddyAdmin: all.PILOT_CADDY_ADMIN,
    pgHost: all.PILOT_PGHOST,
    pgPort: all.PILOT_PGPORT,
    httpPorts: all.PILOT_HTTP_PORTS,
    idle: all.PILOT_AGENT_IDLE,
    crashAfter: all.PILOT_CRASH_AFTER,
  }))
export type Settings = z.infer<typeof Settings>

/** Reads the file, which may be missing, and the environment. Throws where a value is not valid, naming it. */
export const readSettings = async (path: string, environment: NodeJS.ProcessEnv): Promise<Settings> => {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return ''
    throw error
  })
  return parseSettings(text, environment)
}

/** `NAME=value` lines; `#` and `;` begin comments (as EnvironmentFile= reads them, systemd.exec(5)). */
export const parseSettings = (text: string, environment: NodeJS.ProcessEnv): Settings => {
  const lines = text.matchAll(/^\s*([A-Z_][A-Z0-9_]*)=(.*)$/gm)
  const fromFile = Object.fromEntries(
    [...lines].map(([, name = '', value = '']) => [name, unquote(value.trim())]),
  )
  return Settings.parse({ ...fromFile, ...environment })
}

const unquote = (value: string): string => value.replace(/^(["'])(.*)\1$/, '$2')
