import {
  allParts,
  defaultIdleTime,
  Domain,
  IdleTime,
  IdleMilliseconds,
  isNodeCommand,
  sampleCommand,
  TenantSpec,
  type Activation,
  type Command,
  type StepName,
  type TenantName,
} from '@pilot/contract'

/** What a caller said of a tenant in so many words; the rest is left to defaults or to what stands. */
export type Settings = Partial<Omit<TenantSpec, 'name' | 'suspended' | 'parts'>>

/** The spec of a tenant that is not there yet: what was said, and defaults for the rest. */
export const newSpec = (name: TenantName, settings: Settings, parts: readonly StepName[]): TenantSpec => {
  const command = settings.command ?? sampleCommand
  return TenantSpec.parse({
    ...settings,
    name,
    command,
    activation: settings.activation ?? defaultActivation(command),
    idle: settings.idle ?? defaultIdle,
    domains: settings.domains ?? (parts.includes('route') ? [defaultDomain(name)] : []),
    parts: inOrder(parts),
  })
}

/** `native` for the sample app and for Node programs, which the preload helps; `proxied` for any other. */
export const defaultActivation = (command: Command): Activation =>
  isNodeCommand(command) || isSample(command) ? 'native' : 'proxied'

export const defaultDomain = (name: TenantName): Domain => Domain.parse(`${name}.localhost`)

/** The parts in the order in which they are made, each once. */
export const inOrder = (parts: readonly StepName[]): StepName[] =>
  allParts.filter((part) => parts.includes(part))

const defaultIdle = IdleMilliseconds.parse(IdleTime.parse(defaultIdleTime))

const isSample = (command: Command): boolean => JSON.stringify(command) === JSON.stringify(sampleCommand)
