import { PilotError } from '@pilot/contract'
import type { StepDetail, StepName, Subject } from '@pilot/contract'
import type { Host } from '@pilot/host/ports'
import type { Inspection, RemoveOptions, Step } from '../step.ts'
import type { Tenant } from '../tenant.ts'
import type { Resource, ResourceState } from './resource.ts'

/**
 * A step as a list of resources, in the order in which they are made. Each is inspected right before it is made,
 * so a crash between any two leaves a world that the next run completes.
 */
export const resourceStep = <Name extends StepName>({
  resources,
  ...step
}: ResourceStep<Name>): Step<Name> => ({
  ...step,
  inspect: async (tenant, host) => inspectAll(await resources(tenant, host, { purge: false })),
  apply: async (tenant, host) => {
    for (const resource of await resources(tenant, host, { purge: false })) await applyOne(resource)
  },
  remove: async (tenant, host, options) => {
    let changed = false
    for (const resource of [...(await resources(tenant, host, options))].reverse())
      changed = (await removeOne(resource)) || changed
    return changed
  },
})

type ResourceStep<Name extends StepName> = Omit<Step<Name>, 'inspect' | 'apply' | 'remove'> & {
  readonly resources: (
    tenant: Tenant,
    host: Host,
    options: RemoveOptions,
  ) => readonly Resource[] | Promise<readonly Resource[]>
}

/** All at once; the first that is foreign, or could not be inspected, counts. */
const inspectAll = async (resources: readonly Resource[]): Promise<Inspection> => {
  const outcomes = await Promise.allSettled(
    resources.map(async (resource) => ({ subject: resource.subject, found: await resource.inspect() })),
  )
  const found: { subject: Subject; found: ResourceState }[] = []
  for (const outcome of outcomes) {
    if (outcome.status === 'rejected') throw outcome.reason
    if (outcome.value.found.state === 'foreign') return outcome.value.found
    found.push(outcome.value)
  }
  if (isAbsent(found.map(({ found }) => found))) return { state: 'absent' }
  return { state: 'ours', drift: found.flatMap(({ subject, found }) => detailsOf(subject, found)) }
}

const isAbsent = (states: readonly ResourceState[]): boolean =>
  states.some(({ state }) => state === 'missing') &&
  states.every(({ state }) => state === 'missing' || state === 'neutral')

const detailsOf = (subject: Subject, found: ResourceState): readonly StepDetail[] => {
  if (found.state === 'missing') return [{ code: 'missing', subject }]
  if (found.state === 'wrong') return found.drift.map((drift) => ({ code: 'differs', subject, drift }))
  return []
}

const applyOne = async (resource: Resource): Promise<void> => {
  const found = await resource.inspect()
  if (found.state === 'foreign')
    throw new PilotError({ code: 'foreign-resource', kind: found.kind, name: found.name })
  if (found.state === 'missing' || found.state === 'wrong') await resource.apply(found)
}

const removeOne = async (resource: Resource): Promise<boolean> => {
  if (resource.remove === undefined) return false
  const isThere = resource.isThere ? await resource.isThere() : isOurs(await resource.inspect())
  return isThere && (await resource.remove())
}

const isOurs = ({ state }: ResourceState): boolean => state === 'right' || state === 'wrong'
