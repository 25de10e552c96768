import { formatTimeSpan } from '@pilot/contract'
import type { TenantSpec } from '@pilot/contract'
import { fileMark, paths } from '../paths.ts'
import { appTarget, defaultPort } from './app-target.ts'
import { needsPreload } from './command.ts'
import { escapeEnvironmentLine } from './escape.ts'

/** `/etc/pilot/tenants/<name>.env`: what may change without a daemon-reload, as it is read at each start. */
export const renderEnvironmentFile = (spec: TenantSpec): string => {
  const lines = Object.entries(environmentOf(spec)).map(([name, value]) => escapeEnvironmentLine(name, value))
  return `${fileMark}; "pilot set ${spec.name}" changes it.\n${lines.join('')}`
}

const environmentOf = (spec: TenantSpec): Readonly<Record<string, string>> => ({
  PILOT_IDLE: formatTimeSpan(spec.idle),
  ...listenVariables(spec),
  ...spec.environment,
  ...preloadVariables(spec),
})

const listenVariables = (spec: TenantSpec): Readonly<Record<string, string>> => {
  if (spec.activation === 'native') return { PORT: defaultPort }
  const target = { PILOT_TARGET: appTarget(spec) }
  return spec.listen === 'port'
    ? { ...target, PORT: defaultPort }
    : { ...target, SOCKET: `${paths.appDirectory(spec.name)}/app.sock` }
}

const preloadVariables = (spec: TenantSpec): Readonly<Record<string, string>> => {
  if (!needsPreload(spec)) return {}
  const own = spec.environment['NODE_OPTIONS']
  return { NODE_OPTIONS: [`--import=${paths.preload}`, own].filter(Boolean).join(' ') }
}
