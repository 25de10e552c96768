import { z } from 'zod'
import { Command, sampleCommand } from '../command.ts'
import { Domain } from '../domain.ts'
import { Environment } from '../environment.ts'
import { defaultIdle, IdleMilliseconds } from '../idle-time.ts'
import { ofTenant, type Settings } from './setting.ts'

/** Whose manager runs the tenant's units: the machine's (`system`) or the tenant's own (`user`, lingering). */
export const Scope = z.enum(['system', 'user'])
export type Scope = z.infer<typeof Scope>

/** Who takes the connection: the app itself as fd 3 (`native`), or systemd-socket-proxyd(8) before it (`proxied`). */
export const Activation = z.enum(['native', 'proxied'])
export type Activation = z.infer<typeof Activation>

/**
 * Where a proxied app listens: on the TCP port in PORT, alone in a network namespace with nothing but a
 * loopback (`port`), or on the Unix socket in SOCKET (`socket`), with the host's network.
 */
export const Listen = z.enum(['port', 'socket'])
export type Listen = z.infer<typeof Listen>

/** Who makes the cell around a program of system scope: pilot-enter, or systemd (systemd.exec(5)), ten times as slow. */
export const Sandbox = z.enum(['pilot', 'systemd'])
export type Sandbox = z.infer<typeof Sandbox>

/** Every setting of a tenant and of its domains, in the order in which forms, lists and `pilot show` tell them. */
export const settings = {
  domains: ofTenant({
    kind: 'list',
    schema: z.array(Domain).max(100),
    group: 'route',
    flag: 'domain',
    placeholder: 'domain',
    aliases: ['domains'],
    standard: [],
  }),
  command: ofTenant({
    kind: 'command',
    schema: Command,
    group: 'program',
    flag: 'exec',
    placeholder: 'command',
    aliases: ['command'],
    standard: sampleCommand,
  }),
  activation: ofTenant({
    kind: 'choice',
    schema: Activation,
    group: 'program',
    flag: 'activation',
    placeholder: 'way',
    standard: 'native',
  }),
  listen: ofTenant({
    kind: 'choice',
    schema: Listen,
    group: 'program',
    flag: 'listen',
    placeholder: 'where',
    standard: 'port',
  }),
  scope: ofTenant({
    kind: 'choice',
    schema: Scope,
    group: 'program',
    flag: 'scope',
    placeholder: 'scope',
    standard: 'system',
    fixed: true,
  }),
  /** systemd's way is for what an admin adds to the unit in drop-ins of his own, such as BindPaths=. */
  sandbox: ofTenant({
    kind: 'choice',
    schema: Sandbox,
    group: 'program',
    flag: 'sandbox',
    placeholder: 'maker',
    standard: 'pilot',
  }),
  idle: ofTenant({
    kind: 'time-span',
    schema: IdleMilliseconds,
    group: 'time',
    flag: 'idle',
    placeholder: 'span',
    standard: defaultIdle,
  }),
  /** RuntimeMaxSec= in milliseconds: an optional hard cap that ends even a busy program. */
  runtimeMax: ofTenant({
    kind: 'time-span',
    schema: z.int().min(1000),
    group: 'time',
    flag: 'runtime-max',
    placeholder: 'span',
  }),
  /**
   * Upper bounds for a tenant's processes, in systemd's words (systemd.resource-control(5)); absent means unlimited.
   * They hold only where the cgroup v2 controllers exist; `pilot check` tells. MemoryMax=, bytes, 4 MiB to 1 TiB.
   */
  memoryMax: ofTenant({
    kind: 'bytes',
    schema: z
      .int()
      .min(4 * 1024 ** 2)
      .max(1024 ** 4),
    group: 'limits',
    within: 'limits',
    flag: 'memory-max',
    placeholder: 'bytes',
    aliases: ['memory'],
  }),
  /** CPUQuota=, percent of one core, 1 to 100,000. */
  cpuQuota: ofTenant({
    kind: 'percent',
    schema: z.int().min(1).max(100_000),
    group: 'limits',
    within: 'limits',
    flag: 'cpu-quota',
    placeholder: 'percent',
    aliases: ['cpu'],
  }),
  /** TasksMax=, processes and threads, 4 to 100,000. */
  tasksMax: ofTenant({
    kind: 'count',
    schema: z.int().min(4).max(100_000),
    group: 'limits',
    within: 'limits',
    flag: 'tasks-max',
    placeholder: 'number',
    aliases: ['tasks'],
  }),
  environment: ofTenant({
    kind: 'map',
    schema: Environment,
    group: 'environment',
    flag: 'env',
    placeholder: 'KEY=VALUE',
    aliases: ['environment'],
    standard: {},
  }),
} satisfies Settings

export type SettingKey = keyof typeof settings
export type SettingValue<Key extends SettingKey> = z.infer<(typeof settings)[Key]['schema']>
export const settingKeys = Object.keys(settings) as readonly SettingKey[]
