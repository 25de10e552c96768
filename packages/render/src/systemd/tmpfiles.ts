import type { TenantSpec } from '@pilot/contract'
import { fileMark, paths, proxyGroup } from '../paths.ts'

/**
 * tmpfiles.d(5): the folders under /run of a tenant in user scope; undefined in system scope, where PID 1 makes
 * what is needed. The socket's folder is setgid, so that the socket, made by the tenant, belongs to the proxy's group.
 */
export const renderTmpfiles = (spec: TenantSpec): string | undefined => {
  if (spec.scope === 'system') return undefined
  const socketDirectory = `d ${paths.userSocketDirectory(spec.name)} 2750 ${spec.name} ${proxyGroup} -\n`
  const appDirectory = `d ${paths.appDirectory(spec.name)} 0700 ${spec.name} ${spec.name} -\n`
  const needsAppDirectory = spec.activation === 'proxied' && spec.listen === 'socket'
  return `${fileMark}.\n${socketDirectory}${needsAppDirectory ? appDirectory : ''}`
}
