import { partsOf, type StepName, type TenantStatus, type Wake } from '@pilot/contract'

/** One clause about a tenant's state: the key of a message under `tenant.reason`, and what it is filled with. */
export type Clause =
  | { readonly key: 'since' | 'suspended' | 'deleted' | 'waking' | 'failedLast'; readonly since: Date | null }
  | { readonly key: 'lastAwake'; readonly milliseconds: number }
  | { readonly key: 'keptAwake'; readonly connections: number }
  | { readonly key: 'sleepsAfter'; readonly milliseconds: number }
  | {
      readonly key: 'failing'
      readonly count: number
      readonly result: string
      readonly status: number | null
    }
  | { readonly key: 'failingShortly' }
  | { readonly key: 'retry'; readonly at: Date }
  | { readonly key: 'partial'; readonly parts: readonly StepName[] }
  | { readonly key: 'failedStep'; readonly step: StepName }
  | { readonly key: 'unfinished' }

type Status = Pick<
  TenantStatus,
  'state' | 'since' | 'connections' | 'failure' | 'problem' | 'failedStep' | 'spec'
>

/** Why a tenant is in its state, told from what is observed. `wakes` come newest first and may be missing. */
export const describeState = (status: Status, wakes: readonly Wake[] = []): Clause[] => {
  const since = status.since === null ? null : new Date(status.since)
  switch (status.state) {
    case 'asleep':
      return [...sinceClause(since), ...lastAwake(wakes)]
    case 'awake':
      return [...sinceClause(since), ...keptAwake(status)]
    case 'waking':
      return [{ key: 'waking', since }]
    case 'failing':
      return failing(status)
    case 'suspended':
      return [{ key: 'suspended', since }]
    case 'deleted':
      return [{ key: 'deleted', since }]
    case 'partial':
      return [{ key: 'partial', parts: partsOf(status.spec) }]
    case 'degraded':
      return degraded(status)
  }
}

const sinceClause = (since: Date | null): Clause[] => (since === null ? [] : [{ key: 'since', since }])

const lastAwake = ([last]: readonly Wake[]): Clause[] => {
  if (last?.endedAt == null) return []
  const ended = new Date(last.endedAt)
  const milliseconds = ended.getTime() - Date.parse(last.at)
  const failed = last.result !== null && last.result !== 'success'
  return [
    { key: 'lastAwake', milliseconds },
    ...(failed ? [{ key: 'failedLast', since: ended } as const] : []),
  ]
}

const keptAwake = ({ connections, spec }: Status): Clause[] => {
  // The stream of changes does not count connections; only a look at one tenant does.
  if (connections === null) return []
  return connections > 0
    ? [{ key: 'keptAwake', connections }]
    : [{ key: 'sleepsAfter', milliseconds: spec.idle }]
}

const failing = ({ failure }: Status): Clause[] => {
  if (failure === null) return [{ key: 'failingShortly' }]
  const { count, result, status, retryAt } = failure
  return [
    { key: 'failing', count, result, status },
    { key: 'retry', at: new Date(retryAt) },
  ]
}

// Which problem it is, and what to do, is told by the problem itself.
const degraded = ({ problem, failedStep }: Status): Clause[] => {
  if (problem === null) return [{ key: 'unfinished' }]
  return failedStep === null ? [] : [{ key: 'failedStep', step: failedStep }]
}
