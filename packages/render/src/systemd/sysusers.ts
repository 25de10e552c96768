import type { Scope, TenantName } from '@pilot/contract'
import { fileMark, mark, paths, tenantsGroup } from '../paths.ts'

/**
 * sysusers.d(5) for one account with a group of its own. In user scope it also joins `pilot-tenants`, which
 * system units give by SupplementaryGroups= instead.
 */
export const renderSysusers = (name: TenantName, uid: number, scope: Scope): string =>
  `${fileMark}.\nu ${name} ${uid} "${mark(name)}" ${paths.home(name)} /usr/sbin/nologin\n` +
  (scope === 'user' ? `m ${name} ${tenantsGroup}\n` : '')
