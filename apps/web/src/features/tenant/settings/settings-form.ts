import {
  Command,
  Domain,
  EnvironmentName,
  EnvironmentValue,
  formatTimeSpan,
  hasPart,
  IdleTime,
  Limits,
  parseBytes,
  parseTimeSpan,
  SetTenantInput,
  type TenantSpec,
} from '@pilot/contract'
import { joinCommand, splitCommand } from '../../../shared/tenant/command-line.ts'

/** The settings of a tenant as they are typed. */
export interface SettingsForm {
  /** Time spans as systemd writes them: `5min`. */
  readonly idle: string
  /** Empty for none. */
  readonly runtimeMax: string
  readonly domains: readonly string[]
  /** One line, cut into words as a shell does. */
  readonly command: string
  readonly activation: TenantSpec['activation']
  readonly listen: TenantSpec['listen']
  readonly environment: readonly Variable[]
  /** Sizes as systemd takes them, such as `256M`; empty for no limit. */
  readonly memoryMax: string
  /** Percent of one core. */
  readonly cpuQuota: string
  readonly tasksMax: string
}

export interface Variable {
  /** Tells the rows of the form apart while names are being typed. */
  readonly id: string
  readonly name: string
  readonly value: string
}

/** The fields that are not valid, by their path: `idle`, `domains.0`, `environment.2.name`. */
export type Faults = ReadonlyMap<string, Fault>
export type Fault =
  | 'idle'
  | 'runtimeMax'
  | 'domain'
  | 'domainTwice'
  | 'noDomain'
  | 'command'
  | 'variableName'
  | 'variableTwice'
  | 'variableValue'
  | 'memoryMax'
  | 'cpuQuota'
  | 'tasksMax'

export const formOf = (spec: TenantSpec): SettingsForm => ({
  idle: formatTimeSpan(spec.idle),
  runtimeMax: spec.runtimeMax === undefined ? '' : formatTimeSpan(spec.runtimeMax),
  domains: spec.domains,
  command: joinCommand(spec.command),
  activation: spec.activation,
  listen: spec.listen,
  environment: Object.entries(spec.environment).map(([name, value]) => ({ id: name, name, value })),
  memoryMax: spec.limits.memoryMax === undefined ? '' : formatSize(spec.limits.memoryMax),
  cpuQuota: spec.limits.cpuQuota?.toString() ?? '',
  tasksMax: spec.limits.tasksMax?.toString() ?? '',
})

export type Change =
  | { readonly state: 'same' }
  | { readonly state: 'faulty'; readonly faults: Faults }
  | { readonly state: 'changed'; readonly input: SetTenantInput }

/** What has to be told the agent so that the tenant becomes as the form says: only what differs from its spec. */
export const changeOf = (spec: TenantSpec, form: SettingsForm): Change => {
  const faults = findFaults(form, spec)
  if (faults.size > 0) return { state: 'faulty', faults }
  const differences = {
    ...plainChanges(spec, form),
    ...environmentChanges(spec, form),
    ...limitChanges(spec, form),
  }
  if (Object.keys(differences).length === 0) return { state: 'same' }
  return { state: 'changed', input: SetTenantInput.parse({ name: spec.name, ...differences }) }
}

const findFaults = (form: SettingsForm, spec: TenantSpec): Faults => {
  const faults = new Map<string, Fault>()
  if (!IdleTime.safeParse(form.idle.trim()).success) faults.set('idle', 'idle')
  if (form.runtimeMax.trim() !== '' && !isRuntime(parseTimeSpan(form.runtimeMax.trim())))
    faults.set('runtimeMax', 'runtimeMax')
  if (!Command.safeParse(splitCommand(form.command)).success) faults.set('command', 'command')
  if (form.domains.length === 0 && hasPart(spec, 'route')) faults.set('domains', 'noDomain')
  form.domains.forEach((domain, index) => {
    if (!Domain.safeParse(domain).success) faults.set(`domains.${index}`, 'domain')
    else if (form.domains.indexOf(domain) < index) faults.set(`domains.${index}`, 'domainTwice')
  })
  const names = form.environment.map(({ name }) => name)
  form.environment.forEach(({ name, value }, index) => {
    if (!EnvironmentName.safeParse(name).success) faults.set(`environment.${index}.name`, 'variableName')
    else if (names.indexOf(name) < index) faults.set(`environment.${index}.name`, 'variableTwice')
    if (!EnvironmentValue.safeParse(value).success) faults.set(`environment.${index}.value`, 'variableValue')
  })
  for (const limit of limitNames)
    if (!Limits.shape[limit].safeParse(limitOf(form, limit)).success) faults.set(limit, limit)
  return faults
}

const limitNames = ['memoryMax', 'cpuQuota', 'tasksMax'] as const
type LimitName = (typeof limitNames)[number]

const isRuntime = (milliseconds: number | undefined): boolean =>
  SetTenantInput.shape.runtimeMax.safeParse(milliseconds ?? Number.NaN).success

const plainChanges = (spec: TenantSpec, form: SettingsForm) => {
  const runtimeMax = form.runtimeMax.trim() === '' ? undefined : parseTimeSpan(form.runtimeMax.trim())
  const idle = parseTimeSpan(form.idle.trim())
  const words = splitCommand(form.command) ?? []
  return {
    ...(idle === spec.idle ? {} : { idle }),
    ...(runtimeMax === spec.runtimeMax ? {} : { runtimeMax: runtimeMax ?? null }),
    ...(isSame(form.domains, spec.domains) ? {} : { domains: form.domains }),
    ...(isSame(words, spec.command)
      ? {}
      : // Told with the command, since the agent else chooses anew for a new program.
        { command: words, activation: form.activation }),
    ...(form.activation === spec.activation ? {} : { activation: form.activation }),
    ...(form.listen === spec.listen ? {} : { listen: form.listen }),
  }
}

const environmentChanges = ({ environment }: TenantSpec, form: SettingsForm) => {
  const wanted = new Map(form.environment.map(({ name, value }) => [name, value]))
  const set = [...wanted].filter(([name, value]) => environment[name] !== value)
  const unset = Object.keys(environment).filter((name) => !wanted.has(name))
  return {
    ...(set.length === 0 ? {} : { setEnvironment: Object.fromEntries(set) }),
    ...(unset.length === 0 ? {} : { unsetEnvironment: unset }),
  }
}

const limitChanges = ({ limits }: TenantSpec, form: SettingsForm) => {
  const changed = limitNames
    .map((name) => [name, limitOf(form, name)] as const)
    .filter(([name, limit]) => limit !== limits[name])
    .map(([name, limit]) => [name, limit ?? null] as const)
  return changed.length === 0 ? {} : { limits: Object.fromEntries(changed) }
}

/** undefined for none, NaN for what is no number. */
const limitOf = (form: SettingsForm, name: LimitName): number | undefined => {
  const text = form[name].trim()
  if (text === '') return undefined
  if (name === 'memoryMax')
    return parseBytes(text.replace(/i?B$/i, '').replace(/ /g, '').toUpperCase()) ?? Number.NaN
  return /^\d+ ?%?$/.test(text) ? Number.parseInt(text, 10) : Number.NaN
}

/** Bytes as systemd takes them, without loss: `256M`. */
const formatSize = (bytes: number): string => {
  const units = ['', 'K', 'M', 'G', 'T']
  let exponent = 0
  while (exponent < 4 && bytes % 1024 ** (exponent + 1) === 0) exponent += 1
  return `${bytes / 1024 ** exponent}${units[exponent] ?? ''}`
}

const isSame = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((text, index) => text === b[index])
