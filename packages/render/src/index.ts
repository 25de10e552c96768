export {
  compareCleanUnit,
  compareUnit,
  fileMark,
  firstTenantUid,
  fitsSocketPath,
  lastTenantUid,
  mark,
  paths,
  proxyGroup,
  socketPath,
  tenantsGroup,
  unitNames,
} from './paths.ts'

export { configDefaults } from './config-defaults.ts'
// For the package, which knows no other of ours than this one.
export { agentSockets } from '@pilot/contract'

export { renderTenantCell } from './cell/tenant-cell.ts'
export { isEntered } from './cell/is-entered.ts'
export { renderSocketTemplate } from './systemd/socket-template.ts'
export { renderServiceTemplate } from './systemd/service-template.ts'
export { renderProxyTemplate } from './systemd/proxy-template.ts'
export { renderServiceDropIn } from './systemd/service-drop-in.ts'
export { renderSocketDropIn } from './systemd/socket-drop-in.ts'
export { renderUserUnits } from './systemd/user-units.ts'
export { limitLines } from './systemd/limits.ts'
export type { UnitFile } from './systemd/user-units.ts'
export { renderUserManagerDropIn } from './systemd/user-manager.ts'
export { renderEnvironmentFile } from './systemd/environment-file.ts'
export { renderTmpfiles } from './systemd/tmpfiles.ts'
export { renderSysusers } from './systemd/sysusers.ts'

export { quoteIdentifier, quoteLiteral } from './postgres/quote.ts'
export {
  connectionLimit,
  renderAbandonRole,
  renderAdoptRole,
  renderCreateRole,
  renderDropRole,
  renderGrantTenants,
  renderRetireRole,
  tenantsRole,
} from './postgres/role.ts'
export { renderCreateDatabase, renderDropDatabase, renderFinishDatabase } from './postgres/database.ts'

export { addPilot } from './caddy/add-pilot.ts'
export type { AddPilotOptions } from './caddy/add-pilot.ts'
export { planRoutes } from './caddy/plan-routes.ts'
export type { CaddyChange } from './caddy/plan-routes.ts'
export { renderDomainRoute } from './caddy/domain-route.ts'
export type { JsonObject } from './caddy/json.ts'
