import { z } from 'zod'
import { Service } from '../service.ts'
import { bare } from './bare.ts'

/** What is checked. Closed: each has a title in every language. Those that end with `.answers` are told only if not. */
export const FindingId = z.enum([
  'systemd.version',
  'systemd.user-managers',
  'systemd.templates',
  'systemd.answers',
  'tools.useradd',
  'tools.userdel',
  'tools.loginctl',
  'tools.systemctl',
  'tools.systemd-sysusers',
  'tools.createuser',
  'tools.createdb',
  'tools.systemd-socket-proxyd',
  'tools.answers',
  'runtime.node',
  'sample.app',
  'postgresql.version',
  'postgresql.createrole',
  'postgresql.role',
  'postgresql.peer',
  'postgresql.answers',
  'caddy.admin',
  'caddy.route',
  'caddy.domains',
  'caddy.answers',
  'kernel.cgroup',
  'kernel.favordynmods',
  'kernel.answers',
  'tenants.degraded',
  'tenants.failing',
  'tenants.answers',
  'audit.chain',
  'audit.answers',
])
export type FindingId = z.infer<typeof FindingId>

/** What was found: where all is well, and where it is not. */
export const Found = z.discriminatedUnion('code', [
  z.object({ code: z.literal('systemd-runs'), version: z.string() }),
  z.object({ code: z.literal('systemd-old'), version: z.string() }),
  bare('user-managers'),
  bare('no-user-managers'),
  z.object({ code: z.literal('templates'), folder: z.string() }),
  z.object({ code: z.literal('no-templates'), units: z.array(z.string()), folder: z.string() }),

  z.object({ code: z.literal('program'), path: z.string() }),
  bare('no-program'),
  z.object({ code: z.literal('runtime'), path: z.string() }),
  z.object({ code: z.literal('sample-app'), path: z.string() }),
  z.object({ code: z.literal('no-file'), path: z.string() }),

  z.object({ code: z.literal('postgresql-runs'), version: z.string() }),
  z.object({ code: z.literal('postgresql-old'), version: z.string() }),
  z.object({ code: z.literal('createrole-bounded'), major: z.int() }),
  z.object({ code: z.literal('createrole-unbounded'), major: z.int() }),
  bare('role'),
  bare('no-role'),
  bare('role-superuser'),
  bare('role-lacks'),
  bare('peer'),
  /** `fault` is PostgreSQL's own word, in its own language. */
  z.object({ code: z.literal('access-faulty'), fault: z.string() }),
  z.object({ code: z.literal('no-peer'), line: z.string() }),
  z.object({ code: z.literal('no-reject'), line: z.string() }),
  bare('reject-first'),
  bare('open-first'),

  z.object({ code: z.literal('admin-closed'), address: z.string() }),
  z.object({ code: z.literal('admin-port'), port: z.int() }),
  z.object({ code: z.literal('admin-open'), address: z.string() }),
  bare('route'),
  bare('no-route'),
  z.object({ code: z.literal('domains'), link: z.string(), folder: z.string() }),
  z.object({ code: z.literal('no-domains'), link: z.string(), folder: z.string() }),

  bare('cgroup'),
  bare('no-cgroup'),
  z.object({ code: z.literal('no-controllers'), controllers: z.array(z.string()) }),
  /** `command` takes it away again. */
  z.object({ code: z.literal('favordynmods'), command: z.string() }),
  bare('no-favordynmods'),

  bare('none-degraded'),
  bare('none-failing'),
  /** Some by name, and how many more there are. */
  z.object({ code: z.literal('tenants'), names: z.array(z.string()), more: z.int() }),

  bare('chain'),
  z.object({ code: z.literal('chain-broken'), line: z.int() }),

  z.object({ code: z.literal('down'), service: Service }),
  bare('postgresql-full'),
  /** The check itself failed; the agent's journal says why. */
  bare('unchecked'),
])
export type Found = z.infer<typeof Found>

const byHand = <const Code extends string>(code: Code) =>
  z.object({ code: z.literal(code), command: z.null() })
const byCommand = <const Code extends string>(code: Code) =>
  z.object({ code: z.literal(code), command: z.string() })

/** What to do, with the command for the terminal where one does it; it stands behind the sentence. */
export const Remedy = z.discriminatedUnion('code', [
  byHand('upgrade-system'),
  byCommand('install'),
  byCommand('reinstall'),
  byHand('upgrade-postgresql'),
  byHand('prefer-newer-postgresql'),
  byCommand('set-up-postgresql'),
  z.object({ code: z.literal('close-admin'), setting: z.string(), file: z.string(), command: z.string() }),
  byCommand('restore-route'),
  byCommand('make-domains'),
  z.object({ code: z.literal('boot-option'), option: z.string(), command: z.null() }),
  byCommand('enable-favordynmods'),
  byHand('upgrade-kernel'),
  byCommand('see-why'),
  byCommand('compare-audit'),
  byCommand('start'),
  byCommand('start-bus'),
  byHand('free-connections'),
  byCommand('read-journal'),
])
export type Remedy = z.infer<typeof Remedy>
