import { z } from 'zod'
import { Command, sampleCommand } from './command.ts'
import { Domain } from './domain.ts'
import { Environment } from './environment.ts'
import { IdleMilliseconds } from './idle-time.ts'
import { Limits } from './limits.ts'
import { TenantName } from './tenant-name.ts'

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

/** The parts of a tenant, in the order in which they are made. */
export const StepName = z.enum(['account', 'directories', 'database', 'units', 'socket', 'route'])
export type StepName = z.infer<typeof StepName>

/** What an operator wishes one tenant to be. Everything on the machine is derived from it. */
export const TenantSpec = z.object({
  name: TenantName,
  scope: Scope.default('system'),
  activation: Activation.default('native'),
  listen: Listen.default('port'),
  command: Command.default(sampleCommand),
  idle: IdleMilliseconds,
  /** RuntimeMaxSec= in milliseconds: an optional hard cap that ends even a busy program. */
  runtimeMax: z.int().min(1000).optional(),
  domains: z.array(Domain).max(100),
  environment: Environment.default({}),
  limits: Limits.default({}),
  /** A suspended tenant keeps everything but its open socket: nothing starts it. */
  suspended: z.boolean().default(false),
  /** Which parts are wished; `create-user` and its like wish fewer than all. */
  parts: z.array(StepName).min(1),
})
export type TenantSpec = z.infer<typeof TenantSpec>

/** All parts, in order: a whole tenant. */
export const allParts: readonly StepName[] = StepName.options
