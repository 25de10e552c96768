import type { Caller } from '@pilot/api/service'
import { withoutSecrets, type TenantStatus } from '@pilot/contract'
import { socketPath } from '@pilot/render'
import { stateOf, type Seen } from './tenant-state.ts'

/** A tenant's status as far as one list of units tells; `show` adds details. */
export const statusOf = (seen: Seen, httpPort: number): TenantStatus => {
  const { record, failure } = seen
  const { state, reason, since } = stateOf(seen)
  return {
    name: record.spec.name,
    state,
    since: since === null ? null : new Date(since).toISOString(),
    reason,
    spec: record.spec,
    uid: record.uid,
    socketPath: socketPath(record.spec.name, record.spec.scope),
    urls: record.spec.domains.map((domain) => `http://${domain}${httpPort === 80 ? '' : `:${httpPort}`}`),
    connections: null,
    processes: [],
    pss: null,
    memoryCurrent: null,
    failure:
      failure?.retryAt == null
        ? null
        : {
            count: failure.count,
            result: failure.result,
            status: failure.status,
            retryAt: new Date(failure.retryAt).toISOString(),
          },
    problem: record.problem,
    failedStep: record.failedStep,
    createdAt: record.createdAt,
    updatedAt: record.updatedAt,
  }
}

/** What this caller may see of it: no secret, and no value of an environment variable as a viewer. */
export const statusFor = (caller: Caller, status: TenantStatus): TenantStatus => ({
  ...status,
  spec: withoutSecrets(status.spec, { hideMaps: isViewer(caller) }),
})

export const isViewer = ({ operator }: Caller): boolean => operator?.role === 'viewer'
