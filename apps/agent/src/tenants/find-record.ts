import { PilotError, type TenantName } from '@pilot/contract'
import type { Agent } from '../agent.ts'
import type { TenantRecord } from '../store/index.ts'

type Parts = Pick<Agent, 'store'>

/** The record of a tenant that is wished present; throws `tenant-not-found` for any other. */
export const demandPresent = (record: TenantRecord | undefined, name: TenantName): TenantRecord => {
  if (record?.wish === 'present') return record
  const deleted = record?.wish === 'deleted' ? ({ deleted: true } as const) : {}
  throw new PilotError({ code: 'tenant-not-found', tenant: name, ...deleted })
}

/** The record of any tenant that has one, also of one deleted or being purged; throws `tenant-not-found`. */
export const findRecord = ({ store }: Parts, name: TenantName): TenantRecord => {
  const record = store.tenants.find(name)
  if (record === undefined) throw new PilotError({ code: 'tenant-not-found', tenant: name })
  return record
}

export const findPresent = (agent: Parts, name: TenantName): TenantRecord =>
  demandPresent(agent.store.tenants.find(name), name)
