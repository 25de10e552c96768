import type { TenantService } from '@pilot/api/service'
import { PilotError, type TenantName } from '@pilot/contract'
import { plan, planDissolve, type Tenant } from '@pilot/provision'
import { firstTenantUid, lastTenantUid } from '@pilot/render'
import { changeSpec, chooseUid, settingsOf } from '../wishes/index.ts'
import { create } from './create.ts'
import { demandFreeDomains } from '../operations/demand-free-domains.ts'
import { findPresent } from '../tenants/find-record.ts'
import type { ChangeParts } from '../operations/change-tenant.ts'

/** What a command would do; nothing is stored and nothing is changed. */
export const planMethods = (
  agent: ChangeParts,
): Pick<TenantService, 'planCreate' | 'planSet' | 'planDelete'> => ({
  planCreate: async (input) => {
    const record = agent.store.tenants.find(input.name)
    const { spec } = create(agent, input.name, settingsOf(input))(record)
    demandFreeDomains(agent, spec)
    const { httpPorts, webDomain } = agent.config
    return plan({ spec, uid: record?.uid ?? (await nextUid(agent)), httpPorts, webDomain }, agent.host)
  },
  planSet: async (input) => {
    const { spec, uid } = findPresent(agent, input.name)
    const changed = changeSpec(spec, input)
    demandFreeDomains(agent, changed)
    const { httpPorts, webDomain } = agent.config
    return plan({ spec: changed, uid, httpPorts, webDomain }, agent.host)
  },
  planDelete: async ({ name, purge }) => planDissolve(findTenant(agent, name), agent.host, { purge }),
})

const nextUid = async ({ host, store }: ChangeParts): Promise<number> =>
  chooseUid(
    await host.accounts.listIds(firstTenantUid, lastTenantUid),
    (uid) => store.tenants.hasUid(uid),
    store.tenants.lastUid(),
  )

const findTenant = ({ store }: ChangeParts, name: TenantName): Tenant => {
  const record = store.tenants.find(name)
  if (record === undefined) throw new PilotError({ code: 'tenant-not-found', tenant: name })
  return record
}
