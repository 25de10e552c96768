import { allParts, PilotError, type TenantName } from '@pilot/contract'
import type { Agent } from '../agent.ts'
import type { Store, TenantRecord } from '../store/index.ts'
import type { Found } from '../wishes/index.ts'

/** The record of a tenant that is wished present; throws `tenant-not-found` for any other. */
export const demandPresent = (record: TenantRecord | undefined, name: TenantName): TenantRecord => {
  if (record?.wish !== 'present') throw new PilotError({ code: 'tenant-not-found', tenant: name })
  return record
}

/** The record of any tenant that has one, also of one deleted or being purged; throws `tenant-not-found`. */
export const findRecord = ({ store }: Agent, name: TenantName): TenantRecord => {
  const record = store.tenants.find(name)
  if (record === undefined) throw new PilotError({ code: 'tenant-not-found', tenant: name })
  return record
}

export const findPresent = (agent: Agent, name: TenantName): TenantRecord =>
  demandPresent(agent.store.tenants.find(name), name)

/** What a create command finds. A deleted tenant counts as absent: its data is adopted, its settings are not. */
export const foundForCreate = (store: Store, record: TenantRecord | undefined): Found | undefined => {
  if (record?.wish === 'purging') {
    const { name } = record.spec
    throw new PilotError({
      code: 'wrong-state',
      tenant: name,
      state: 'being purged',
      action: 'be made again',
    })
  }
  if (record?.wish !== 'present') return undefined
  const whole = allParts.every((part) => record.spec.parts.includes(part))
  const interrupted = store.operations.unfinished().some(({ tenant }) => tenant === record.spec.name)
  return { spec: record.spec, settled: whole && record.problem === null && !interrupted }
}
