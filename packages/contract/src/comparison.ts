import { z } from 'zod'
import { ComparedVariant } from './compared-variant.ts'
import { ComparisonMethod } from './facts/comparison-method.ts'
import { VariantReason } from './facts/variant-reason.ts'
import { Problem } from './problem.ts'
import { TenantName } from './tenant-name.ts'

/** What there is because of a variant, told apart: the app itself, its helpers, and shares of daemons. */
export const MemoryPart = z.object({
  /**
   * `app` the program; `user-manager` systemd --user and (sd-pam); `monitor` conmon or a shim; `network` what carries
   * its ports; `daemon` the growth of a service that serves all, such as dockerd.
   */
  part: z.enum(['app', 'user-manager', 'monitor', 'network', 'daemon']),
  processes: z.int(),
  /** Bytes. */
  pss: z.number(),
})
export type MemoryPart = z.infer<typeof MemoryPart>

export const ComparedMemory = z.object({
  parts: z.array(MemoryPart),
  /** Growth of PID 1's PSS by all of the variant, bytes; below 0 where it shrank. */
  systemdGrowth: z.number().nullable(),
  /** Growth of the kernel's slab (proc_meminfo(5)), bytes: sockets, cgroups, mounts. Noisy; shown, not counted. */
  slabGrowth: z.number().nullable(),
  /** memory.current of all its cgroups, bytes; null without the controller, and where it has no cgroup of its own. */
  cgroup: z.number().nullable(),
  /** MemAvailable, bytes. */
  availableBefore: z.number(),
  availableAfter: z.number(),
  /** By how much MemAvailable moved by itself in the moments before, bytes; what is smaller than that tells nothing. */
  noise: z.number(),
  /** (PSS of all parts + growth of PID 1) / count, bytes. */
  perTenant: z.number(),
})
export type ComparedMemory = z.infer<typeof ComparedMemory>

/** Milliseconds, in the order measured. */
const series = z.object({ median: z.number(), values: z.array(z.number()) })

export const ComparedVariantResult = z.object({
  variant: ComparedVariant,
  /** `skipped`: not to be had here; `failed`: begun, but not measured to the end. What was not asked for has no result. */
  state: z.enum(['measured', 'skipped', 'failed']),
  /** Of `skipped` and `failed`, and of `measured` where fewer were made than asked for. */
  reason: VariantReason.nullable(),
  /** How many of it were made; may be fewer than asked for where memory allows no more. */
  count: z.int(),
  memory: ComparedMemory.nullable(),
  /** Making one: for a tenant with account, database and route; for a container without. */
  create: series.nullable(),
  /** From the request to the first byte of the answer, where nothing ran before: asleep, or stopped. */
  firstByte: series.nullable(),
  /** The same where it runs. */
  warmByte: series.nullable(),
})
export type ComparedVariantResult = z.infer<typeof ComparedVariantResult>

export const ComparedMachine = z.object({
  hostname: z.string(),
  kernel: z.string(),
  cpu: z.string(),
  cores: z.int(),
  /** MemTotal, bytes. */
  memory: z.number(),
  /** Controllers of cgroup v2; none where they are bound to v1, null without cgroup2. */
  controllers: z.array(z.string()).nullable(),
  /** Version by name: pilot, debian, systemd, postgresql, caddy, node, podman, docker; only what is there. */
  versions: z.record(z.string(), z.string()),
})
export type ComparedMachine = z.infer<typeof ComparedMachine>

const ComparisonHead = z.object({
  id: z.string(),
  startedAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().nullable(),
  /** `interrupted`: its process ended without a word; what it had made is removed by then, or by --clean. */
  state: z.enum(['running', 'done', 'cancelled', 'failed', 'interrupted']),
  problem: Problem.nullable(),
  /** As asked for. */
  count: z.int(),
  starts: z.int(),
  variants: z.array(ComparedVariant),
  /** Who started it. */
  actor: z.string(),
})

/** One of the history. */
export const ComparisonSummary = ComparisonHead.extend({
  /** Bytes for each tenant of what was measured. */
  perTenant: z.partialRecord(ComparedVariant, z.number()),
})
export type ComparisonSummary = z.infer<typeof ComparisonSummary>

/** All of one, as `pilot compare --json` and the export tell it. */
export const Comparison = ComparisonHead.extend({
  machine: ComparedMachine.nullable(),
  /** How it was measured. */
  method: z.array(ComparisonMethod),
  results: z.array(ComparedVariantResult),
})
export type Comparison = z.infer<typeof Comparison>

export const ComparisonPhase = z.enum(['create', 'settle', 'memory', 'start', 'remove'])
export type ComparisonPhase = z.infer<typeof ComparisonPhase>

/** What a comparison is doing. The last event is `finished`. Who comes later hears of the present phase first. */
export const ComparisonEvent = z.discriminatedUnion('event', [
  z.object({
    event: z.literal('progress'),
    variant: ComparedVariant,
    phase: ComparisonPhase,
    done: z.int(),
    of: z.int(),
  }),
  z.object({ event: z.literal('measured'), result: ComparedVariantResult }),
  z.object({ event: z.literal('finished'), comparison: ComparisonSummary }),
])
export type ComparisonEvent = z.infer<typeof ComparisonEvent>

/** At least 20 starts: below that a median says little. */
export const CompareInput = z.object({
  count: z.int().min(1).max(1000).default(10),
  starts: z.int().min(20).max(500).default(20),
  /** All that this machine can, where left out. */
  variants: z.array(ComparedVariant).min(1).optional(),
})
export type CompareInput = z.infer<typeof CompareInput>

export const ComparisonRef = z.object({ id: z.string().min(1).max(64) })
export type ComparisonRef = z.infer<typeof ComparisonRef>

/** What `pilot-compare.service` asks the agent: the comparison to carry out, and the tenants that are to go. */
export const ComparisonWork = z.object({
  running: z
    .object({
      id: z.string(),
      count: z.int(),
      starts: z.int(),
      variants: z.array(ComparedVariant),
    })
    .nullable(),
  /** Made for comparisons and still there. */
  tenants: z.array(TenantName),
})
export type ComparisonWork = z.infer<typeof ComparisonWork>

/** What `pilot-compare.service` tells the agent. */
export const ComparisonReport = z.discriminatedUnion('report', [
  z.object({
    report: z.literal('machine'),
    id: z.string(),
    machine: ComparedMachine,
    method: z.array(ComparisonMethod),
  }),
  /** Before they are made, so that they can be removed whatever happens. */
  z.object({ report: z.literal('making'), id: z.string(), tenants: z.array(TenantName).min(1).max(1000) }),
  z.object({
    report: z.literal('progress'),
    id: z.string(),
    variant: ComparedVariant,
    phase: ComparisonPhase,
    done: z.int(),
    of: z.int(),
  }),
  z.object({ report: z.literal('measured'), id: z.string(), result: ComparedVariantResult }),
  z.object({ report: z.literal('ended'), id: z.string(), problem: Problem.nullable() }),
  /** Nothing is left of any comparison; one that has not ended by itself will not. */
  z.object({ report: z.literal('cleaned'), removed: z.array(z.string().max(200)) }),
])
export type ComparisonReport = z.infer<typeof ComparisonReport>
