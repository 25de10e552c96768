import type { Activation, Command as Program, Environment, IdleMilliseconds, Listen } from '@pilot/contract'
import type { Command } from 'commander'
import { envOption } from './environment.ts'
import { given } from './given.ts'
import { limitOptions, type Amount } from './limits.ts'
import { programOptions } from './program.ts'
import { idleOption, runtimeMaxOption } from './times.ts'

/** Adds what may be said of a tenant's program, to make one or to change one. */
export const addTenantOptions = (command: Command): Command => {
  for (const option of [
    idleOption(),
    ...programOptions(),
    ...limitOptions(),
    envOption(),
    runtimeMaxOption(),
  ])
    command.addOption(option)
  return command
}

/** As commander gives them. */
export interface TenantOptions {
  readonly idle?: IdleMilliseconds
  readonly exec?: Program
  readonly app?: Program
  readonly activation?: Activation
  readonly listen?: Listen
  readonly memoryMax?: Amount
  readonly cpuQuota?: Amount
  readonly tasksMax?: Amount
  readonly env?: Environment
  readonly runtimeMax?: Amount
}

/** What these options say of a new tenant: `infinity` is the same as nothing. */
export const toNewTenant = ({ env, runtimeMax, ...options }: TenantOptions) => ({
  ...toProgram(options),
  ...given({ environment: env, runtimeMax: finite(runtimeMax) }),
  ...toLimits(options, finite),
})

/** What these options change: `infinity` lifts a limit. */
export const toChanges = ({ env, runtimeMax, ...options }: TenantOptions) => ({
  ...toProgram(options),
  ...given({ setEnvironment: env, runtimeMax: orNull(runtimeMax) }),
  ...toLimits(options, orNull),
})

const toProgram = ({ idle, exec, app, activation, listen }: TenantOptions) =>
  given({ idle, command: exec ?? app, activation, listen })

const toLimits = <Value>(
  { memoryMax, cpuQuota, tasksMax }: TenantOptions,
  read: (amount: Amount | undefined) => Value | undefined,
) => {
  const limits = given({ memoryMax: read(memoryMax), cpuQuota: read(cpuQuota), tasksMax: read(tasksMax) })
  return Object.keys(limits).length === 0 ? {} : { limits }
}

const finite = (amount: Amount | undefined): number | undefined =>
  amount === 'infinity' ? undefined : amount

const orNull = (amount: Amount | undefined): number | null | undefined =>
  amount === 'infinity' ? null : amount
