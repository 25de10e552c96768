import type { PlannedStep, StepDetail, StepName, Stranger } from '@pilot/contract'
import type { Host } from '@pilot/host/ports'
import type { Tenant } from './tenant.ts'

/** One part of a tenant: how it is found, made and taken away, and what it waits for. */
export interface Step<Name extends StepName = StepName> {
  readonly name: Name
  /** What has to stand before it is made, with all that those need in turn. What is not wished counts as standing. */
  readonly needs: readonly StepName[]
  /** What has to be gone before it is taken away, with all that those wait for in turn. */
  readonly removedAfter: readonly StepName[]
  /** Only reads. */
  inspect(tenant: Tenant, host: Host): Promise<Inspection>
  /** Makes what is missing and corrects what is wrong. May run twice; throws `foreign-resource` before it touches a stranger's. */
  apply(tenant: Tenant, host: Host): Promise<void>
  /** Takes away what is Pilot's; may find nothing, and passes by what is a stranger's. True where it changed anything. */
  remove(tenant: Tenant, host: Host, options: RemoveOptions): Promise<boolean>
  /** What `apply` writes, in full. */
  artefacts(tenant: Tenant): readonly Artefact[]
  /** What `remove` does. */
  removal(tenant: Tenant, options: RemoveOptions): Removal
}

/** What is there, compared with what is wished. */
export type Inspection =
  | { readonly state: 'absent' }
  | ({ readonly state: 'foreign' } & Stranger)
  /** Made by Pilot; `drift` says what differs from the wish, empty where nothing does. */
  | { readonly state: 'ours'; readonly drift: readonly StepDetail[] }

export interface RemoveOptions {
  /** Also the database and the files. */
  readonly purge: boolean
}

export type Artefact = PlannedStep['artefacts'][number]

export interface Removal {
  readonly action: 'remove' | 'change'
  /** What else is to be said of it; of most that goes nothing is. */
  readonly details: readonly StepDetail[]
  readonly artefacts: readonly Artefact[]
}
