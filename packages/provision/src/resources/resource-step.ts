import { PilotError } from '@pilot/contract'
import type { StepDetail, StepName, Subject } from '@pilot/contract'
import type { Host } from '@pilot/host/ports'
import type { Inspection, RemoveOptions, Step } from '../step.ts'
import type { Tenant } from '../tenant.ts'
import type { Finding, Resource } from './resource.ts'

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
    resources.map(async (resource) => ({ subject: resource.subject, finding: await resource.inspect() })),
  )
  const found: { subject: Subject; finding: Finding }[] = []
  for (const outcome of outcomes) {
    if (outcome.status === 'rejected') throw outcome.reason
    if (outcome.value.finding.state === 'foreign') return outcome.value.finding
    found.push(outcome.value)
  }
  if (isAbsent(found.map(({ finding }) => finding))) return { state: 'absent' }
  return { state: 'ours', drift: found.flatMap(({ subject, finding }) => detailsOf(subject, finding)) }
}

const isAbsent = (findings: readonly Finding[]): boolean =>
  findings.some(({ state }) => state === 'missing') &&
  findings.every(({ state }) => state === 'missing' || state === 'neutral')

const detailsOf = (subject: Subject, finding: Finding): readonly StepDetail[] => {
  if (finding.state === 'missing') return [{ code: 'missing', subject }]
  if (finding.state === 'wrong') return finding.drift.map((drift) => ({ code: 'differs', subject, drift }))
  return []
}

const applyOne = async (resource: Resource): Promise<void> => {
  const finding = await resource.inspect()
  if (finding.state === 'foreign')
    throw new PilotError({ code: 'foreign-resource', kind: finding.kind, name: finding.name })
  if (finding.state === 'missing' || finding.state === 'wrong') await resource.apply(finding)
}

const removeOne = async (resource: Resource): Promise<boolean> => {
  if (resource.remove === undefined) return false
  const isThere = resource.isThere ? await resource.isThere() : isOurs(await resource.inspect())
  return isThere && (await resource.remove())
}

const isOurs = ({ state }: Finding): boolean => state === 'right' || state === 'wrong'
