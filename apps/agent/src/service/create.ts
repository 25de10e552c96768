import type { TenantService } from '@pilot/api/service'
import {
  hasPart,
  isWhole,
  partsMadeBy,
  PilotError,
  type GivenSettings,
  type Parts,
  type TenantName,
} from '@pilot/contract'
import type { ChangeParts, Decide } from '../operations/change-tenant.ts'
import { runOperation } from '../operations/run-operation.ts'
import type { Store, TenantRecord } from '../store/index.ts'
import { mergeSpec, settingsOf, type Found } from '../wishes/index.ts'
import { jobOf } from './job.ts'

type CreateMethods = Pick<
  TenantService,
  'createTenant' | 'createUser' | 'setupDatabase' | 'setupSystemd' | 'setupProxy'
>

/** A whole tenant, or parts of one; a later `create-tenant` completes what these began. */
export const createMethods = (agent: ChangeParts): CreateMethods => ({
  createTenant: (input, caller) =>
    runOperation(agent, jobOf('createTenant', input, caller), create(agent, input.name, settingsOf(input))),
  createUser: (input, caller) =>
    runOperation(
      agent,
      jobOf('createUser', input, caller),
      create(agent, input.name, settingsOf(input), partsMadeBy('createUser')),
    ),
  setupDatabase: (input, caller) =>
    runOperation(
      agent,
      jobOf('setupDatabase', input, caller),
      addTo(agent, input.name, {}, partsMadeBy('setupDatabase')),
    ),
  setupSystemd: (input, caller) =>
    runOperation(
      agent,
      jobOf('setupSystemd', input, caller),
      addTo(agent, input.name, settingsOf(input), partsMadeBy('setupSystemd')),
    ),
  setupProxy: (input, caller) =>
    runOperation(
      agent,
      jobOf('setupProxy', input, caller),
      addTo(agent, input.name, settingsOf(input), partsMadeBy('setupProxy')),
    ),
})

/** The wish of a create command, of a whole tenant where no parts are named; `plan` shows what becomes of the same. */
export const create =
  (agent: ChangeParts, name: TenantName, said: GivenSettings, parts?: Parts): Decide =>
  (record) => ({
    wish: 'present',
    spec: mergeSpec(name, said, parts, foundForCreate(agent.store, record)),
  })

/** What a create command finds. A deleted tenant counts as absent: its data is adopted, its settings are not. */
const foundForCreate = (store: Store, record: TenantRecord | undefined): Found | undefined => {
  if (record?.wish === 'purging') {
    const { name } = record.spec
    throw new PilotError({ code: 'wrong-state', tenant: name, state: 'purging', action: 'create' })
  }
  if (record === undefined) return undefined
  const interrupted = store.operations.unfinished().some(({ tenant }) => tenant === record.spec.name)
  const ended = record.problem === null && !interrupted
  if (record.wish === 'deleted') return ended ? undefined : { spec: record.spec, state: 'leaving' }
  return { spec: record.spec, state: isWhole(record.spec) && ended ? 'settled' : 'unsettled' }
}

const addTo =
  (agent: ChangeParts, name: TenantName, said: GivenSettings, parts: Parts): Decide =>
  (record) => {
    demandAccount(record, name)
    return create(agent, name, said, parts)(record)
  }

const demandAccount = (record: TenantRecord | undefined, name: TenantName): void => {
  if (record?.wish === 'present' && hasPart(record.spec, 'account')) return
  throw new PilotError({ code: 'not-found', what: { code: 'account', tenant: name } })
}
