import { z } from 'zod'
import { TenantName } from './tenant-name.ts'

const bytes = z.number().nonnegative()

/** Of a span of `resolution` seconds that begins at `at`; levels are means over it, counts are sums. */
const span = z.object({ at: z.iso.datetime() })

/** The machine and all tenants together. What could not be read, or has no controller here, is null and never 0. */
export const HostSample = span.extend({
  /** Present tenants. */
  tenants: z.number(),
  awake: z.number(),
  /** Processes of tenants. */
  processes: z.number(),
  /** PSS of all processes of tenants (proc(5), smaps_rollup). */
  pss: bytes.nullable(),
  /** memory.current of the tenants' slice (cgroup-v2, Memory); null without the controller. */
  memoryCurrent: bytes.nullable(),
  /** Processor seconds that tenants used in the span. */
  cpuSeconds: z.number().nonnegative().nullable(),
  tasks: z.number().nullable(),
  /** Starts of tenants' programs in the span. */
  wakes: z.int(),
  /** PSS of PID 1, and of Pilot's own processes: 0 where none runs. */
  systemd: bytes.nullable(),
  pilot: bytes.nullable(),
  /** MemTotal and MemAvailable of proc_meminfo(5). */
  total: bytes,
  available: bytes,
})
export type HostSample = z.infer<typeof HostSample>

export const TenantSample = span.extend({
  /** Seconds of the span in which its program ran. */
  awakeSeconds: z.number(),
  wakes: z.int(),
  /** Mean while it was awake; null where it was not, or could not be read. */
  pss: bytes.nullable(),
  memoryCurrent: bytes.nullable(),
  cpuSeconds: z.number().nonnegative().nullable(),
  tasks: z.number().nullable(),
})
export type TenantSample = z.infer<typeof TenantSample>

/** So many hours back, 1 to 2,160 (90 days): the finest samples that reach so far are given. */
const hours = z.int().min(1).max(2160).default(24)

export const HostSamplesQuery = z.object({ hours })
export type HostSamplesQuery = z.infer<typeof HostSamplesQuery>

export const TenantSamplesQuery = z.object({ name: TenantName, hours })
export type TenantSamplesQuery = z.infer<typeof TenantSamplesQuery>

/** What taking samples costs: processor time of a look, and of a start of the sampler in the first one. */
export const SamplingCost = z.object({
  /** Looks that this is the median of. */
  runs: z.int(),
  cpuMilliseconds: z.number(),
  /** Share of one core, 0.005 being half a per cent. */
  ofCore: z.number(),
})
export type SamplingCost = z.infer<typeof SamplingCost>

/** Oldest first; a span without a sample is left out. */
const series = <Point extends z.ZodType>(point: Point) =>
  z.object({
    /** Seconds that one point covers: 10, 60 or 900. */
    resolution: z.int(),
    points: z.array(point),
  })

export const HostSamples = series(HostSample).extend({ cost: SamplingCost.nullable() })
export type HostSamples = z.infer<typeof HostSamples>

export const TenantSamples = series(TenantSample)
export type TenantSamples = z.infer<typeof TenantSamples>

/** Of one tenant's wakes, or of all. */
export const WakeTimesQuery = z.object({ name: TenantName.optional(), hours })
export type WakeTimesQuery = z.infer<typeof WakeTimesQuery>

/** Milliseconds, over `n` wakes in which this was observed. */
export const Percentiles = z.object({ n: z.int(), p50: z.number(), p95: z.number(), p99: z.number() })
export type Percentiles = z.infer<typeof Percentiles>

export const WakeTimes = z.object({
  /** Wakes recorded in the time asked for. */
  wakes: z.int(),
  /** The oldest of them. */
  since: z.iso.datetime().nullable(),
  /** From the start by systemd to the first byte of an answer, or to ready where that was not observed. */
  whole: Percentiles.nullable(),
  /** systemd: from the connection that it took as the reason to start, to the program's exec. */
  start: Percentiles.nullable(),
  /** The program: from exec to taking connections. */
  ready: Percentiles.nullable(),
  /** From then to the first byte of its first answer. */
  firstByte: Percentiles.nullable(),
  /** Of `whole`; neighbouring bins, `to` exclusive, in milliseconds. */
  histogram: z.array(z.object({ from: z.number(), to: z.number(), count: z.int() })),
})
export type WakeTimes = z.infer<typeof WakeTimes>
