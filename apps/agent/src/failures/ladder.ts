import type { TenantName } from '@pilot/contract'
import type { FailureRecord } from '../store/index.ts'

/** After a minute without a failure the count begins anew. */
export const forgetAfter = 60_000

export interface UnitFailure {
  readonly tenant: TenantName
  readonly result: string
  readonly status: number | null
  /** When it failed, milliseconds since 1970. */
  readonly at: number
  /** True where the socket itself gave up: then it is closed already. */
  readonly socketFailed: boolean
}

/**
 * The next rung: the first two failures within a minute cost nothing; from the third on the socket is closed
 * for 1, 2, 4 ... 30 s. A pause
 * begins `now`.
 */
export const climb = (
  failure: UnitFailure,
  before: FailureRecord | undefined,
  now: number,
): FailureRecord => {
  const recent = before !== undefined && failure.at - before.failedAt < forgetAfter
  const inRow = recent ? before.count + 1 : 1
  const count = failure.socketFailed ? Math.max(inRow, freeFailures + 1) : inRow
  const { tenant, result, status, at } = failure
  return {
    tenant,
    result,
    status,
    count,
    failedAt: at,
    retryAt: count > freeFailures ? now + pause(count) : null,
  }
}

const freeFailures = 2
const longestPause = 30_000

const pause = (count: number): number => Math.min(1000 * 2 ** (count - freeFailures - 1), longestPause)
