/** The tabs of a tenant's page, as they stand in its address; `delete` has no tab of its own. */
export const tenantTabs = ['overview', 'logs', 'settings', 'database', 'sandbox', 'history'] as const
export type TenantTab = (typeof tenantTabs)[number] | 'delete'

/** What the address asks for; the first tab where it asks for none that there is. */
export const readTab = (text: string | undefined): TenantTab =>
  text === 'delete' ? text : (tenantTabs.find((tab) => tab === text) ?? 'overview')

export const tabAddress = (name: string, tab: TenantTab): string =>
  tab === 'overview' ? `/tenants/${name}` : `/tenants/${name}?tab=${tab}`
