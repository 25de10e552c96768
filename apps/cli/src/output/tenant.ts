import {
  englishSettings,
  explainState,
  formatBytes,
  formatTimeSpan,
  joinCommandLine,
  settingKeys,
  settings,
  valueOf,
  valueOfDomain,
  visible,
  writeSetting,
  type Setting,
  type SettingKey,
  type TenantStatus,
} from '@pilot/contract'
import { formatLocalTime, inLocalTime } from './local-time.ts'
import { paint, type Output } from './output.ts'
import { paintState } from './state.ts'

/** Everything about a tenant as lines for people: a heading, then `label  value`. */
export const describeTenant = (output: Output, tenant: TenantStatus): string => {
  const since = tenant.since === null ? '' : ` since ${formatLocalTime(tenant.since)}`
  return [
    `${paint(output, 'bold', tenant.name)} is ${paintState(output, tenant.state)}${since}`,
    visible(explainState(tenant.reason, inLocalTime)),
    '',
    ...facts(tenant).map(([label, value]) => `  ${paint(output, 'dim', label.padEnd(12))} ${visible(value)}`),
  ].join('\n')
}

type Fact = readonly [label: string, value: string]

const facts = (tenant: TenantStatus): Fact[] => [
  ...troubleFacts(tenant),
  ...numbered('url', tenant.urls),
  ...programFacts(tenant),
  ['limits', describeLimits(tenant)],
  ...numbered(
    'environment',
    Object.entries(tenant.spec.environment).map(([name, value]) => `${name}=${value}`),
  ),
  ...otherSettings(tenant),
  ['account', tenant.uid === null ? 'none' : `${tenant.name}, uid ${tenant.uid}`],
  ['socket', describeSocket(tenant)],
  ...numbered(
    'processes',
    tenant.processes.length === 0
      ? ['none']
      : tenant.processes.map(({ pid, command }) => `${pid} ${command}`),
  ),
  ...(tenant.memoryCurrent === null ? [] : [['memory', formatBytes(tenant.memoryCurrent)] as const]),
  ['created', formatLocalTime(tenant.createdAt)],
  ['changed', formatLocalTime(tenant.updatedAt)],
]

const troubleFacts = ({ failure, failedStep, ...tenant }: TenantStatus): Fact[] => [
  ...(failure === null
    ? []
    : ([
        [
          'failure',
          `${failure.count} times in a row: ${failure.result}${failure.status === null ? '' : ` (${failure.status})`}`,
        ],
        ['opens again', formatLocalTime(failure.retryAt)],
      ] as const)),
  // The reason above says which problem it was.
  ...(failedStep === null ? [] : ([['stopped at', failedStep]] as const)),
  ...todo(tenant),
]

const todo = ({ name, state, reason }: Pick<TenantStatus, 'name' | 'state' | 'reason'>): Fact[] => {
  if (reason.code === 'unseen') return []
  const remedy = remedies[state]?.(name)
  return remedy === undefined ? [] : [['to do', remedy]]
}

const remedies: Partial<Record<TenantStatus['state'], (name: string) => string>> = {
  failing: (name) => `see "pilot logs ${name}" and mend the program; "pilot wake ${name}" tries it at once`,
  suspended: (name) => `"pilot resume ${name}" opens it`,
  degraded: (name) => `"pilot set ${name}" repairs it`,
  partial: (name) => `"pilot create-tenant ${name}" makes it whole`,
  deleted: (name) =>
    `"pilot create-tenant ${name}" takes up its data; "pilot delete-tenant ${name} --purge" deletes it`,
}

const programFacts = ({ spec }: TenantStatus): Fact[] => [
  ['program', joinCommandLine(spec.command)],
  ['activation', spec.activation === 'native' ? 'native' : `proxied, listens on a ${spec.listen}`],
  ['idle', formatTimeSpan(spec.idle)],
  ...(spec.runtimeMax === undefined ? [] : [['runtime max', formatTimeSpan(spec.runtimeMax)] as const]),
  ['scope', spec.scope],
]

const describeLimits = ({ spec: { limits } }: TenantStatus): string => {
  const parts = [
    ...(limits.memoryMax === undefined ? [] : [`memory ${formatBytes(limits.memoryMax)}`]),
    ...(limits.cpuQuota === undefined ? [] : [`cpu ${limits.cpuQuota}%`]),
    ...(limits.tasksMax === undefined ? [] : [`tasks ${limits.tasksMax}`]),
  ]
  return parts.length === 0 ? 'none' : parts.join(', ')
}

/** Settings that the facts above tell in words of their own; each other one is told by its title. */
const toldAbove: readonly SettingKey[] = [
  'domains',
  'command',
  'activation',
  'listen',
  'idle',
  'runtimeMax',
  'scope',
  'memoryMax',
  'cpuQuota',
  'tasksMax',
  'environment',
]

const otherSettings = ({ spec }: TenantStatus): Fact[] =>
  settingKeys
    .filter((key) => !toldAbove.includes(key))
    .flatMap((key) => {
      const setting: Setting = settings[key]
      const label = englishSettings[key].title.toLowerCase()
      if (setting.of === 'tenant') return given(label, setting, valueOf(spec, key, setting))
      return spec.domains.flatMap((domain) =>
        given(`${label} of ${domain}`, setting, valueOfDomain(spec, domain, key)),
      )
    })

const given = (label: string, setting: Setting, value: unknown): Fact[] =>
  value === undefined ? [] : numbered(label, writeSetting(setting, value).trimEnd().split('\n'))

const describeSocket = ({ socketPath, connections }: TenantStatus): string =>
  connections === null
    ? socketPath
    : `${socketPath}, ${connections} ${connections === 1 ? 'connection' : 'connections'} open`

/** Several values below one label. */
const numbered = (label: string, values: readonly string[]): Fact[] =>
  values.map((value, index) => [index === 0 ? label : '', value])
