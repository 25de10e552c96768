import { z } from 'zod'
import { StateReason } from './facts/state-reason.ts'
import { Problem } from './problem.ts'
import { StepName } from './step-name.ts'
import { TenantSpec } from './tenant-spec.ts'
import { TenantState } from './tenant-state.ts'

/** A process of a tenant, from /proc. */
export const TenantProcess = z.object({ pid: z.int(), command: z.string() })
export type TenantProcess = z.infer<typeof TenantProcess>

/** Why a tenant is `failing`: the last end of its program, and when its socket opens again. */
export const Failure = z.object({
  /** Ends in a row without a minute awake between them. */
  count: z.int(),
  /** systemd's Result= of the service, such as `exit-code`, `signal`, `oom-kill`, `timeout`. */
  result: z.string(),
  /** Exit status or signal number, where there was one. */
  status: z.int().nullable(),
  /** When the socket opens again, ISO 8601. */
  retryAt: z.iso.datetime(),
})
export type Failure = z.infer<typeof Failure>

export const TenantStatus = z.object({
  name: z.string(),
  state: TenantState,
  /** Since when it is in this state, ISO 8601, where systemd knows it. */
  since: z.iso.datetime().nullable(),
  /** Why it is in this state. */
  reason: StateReason,
  spec: TenantSpec,
  uid: z.int().nullable(),
  socketPath: z.string(),
  urls: z.array(z.string()),
  /** Connections that are open now, which keep it awake; null where not observed. */
  connections: z.int().nullable(),
  processes: z.array(TenantProcess),
  /** PSS of its processes in bytes (proc(5), smaps_rollup); null where not observed or nothing runs. */
  pss: z.number().nullable(),
  /** cgroup bytes (MemoryCurrent); null where the host has no memory controller or nothing runs. */
  memoryCurrent: z.number().nullable(),
  failure: Failure.nullable(),
  problem: Problem.nullable(),
  failedStep: StepName.nullable(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
})
export type TenantStatus = z.infer<typeof TenantStatus>
