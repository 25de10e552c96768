import { z } from 'zod'
import { Problem } from './problem.ts'
import { TenantState } from './tenant-state.ts'
import { TenantStatus } from './tenant-status.ts'

const OverviewService = z.enum(['systemd', 'postgresql', 'caddy'])

const Counts = z.record(TenantState, z.int())

/** One run of a tenant's program, from the journal of its service. */
export const Wake = z.object({
  tenant: z.string(),
  /** When systemd began to start it, ISO 8601. */
  at: z.iso.datetime(),
  /**
   * Milliseconds until systemd called it started: for a proxied tenant its program takes connections then, for a
   * native one it has been executed. null where only one end of the start is known.
   */
  startMilliseconds: z.number().nullable(),
  /**
   * Milliseconds from its exec until it took connections, and from then until the first byte of its first answer; null
   * where not observed, and in the first minute (`WakeTimes` tells of many).
   */
  readyMilliseconds: z.number().nullable().optional(),
  firstByteMilliseconds: z.number().nullable().optional(),
  /**
   * When it had ended; null where it runs. Where the end was not logged, as in user scope, when the next run began
   * or when the program was found at rest.
   */
  endedAt: z.iso.datetime().nullable(),
  /** systemd's Result= where it did not end with success. */
  result: z.string().nullable(),
})
export type Wake = z.infer<typeof Wake>

/** Processes and the memory that they use: PSS, a page shared by n processes counting 1/n for each (proc(5)). */
export const ProcessMemory = z.object({
  processes: z.int(),
  /** Bytes; null where it could not be read. */
  pss: z.number().nullable(),
})
export type ProcessMemory = z.infer<typeof ProcessMemory>

/** What the first page tells. */
export const Overview = z.object({
  hostname: z.string(),
  kernel: z.string(),
  counts: Counts,
  /** Present tenants. */
  total: z.int(),
  /** Tenants with a systemd manager of their own, which stays while they sleep. */
  ownManagers: z.int(),
  memory: z.object({
    /** All processes of all tenants. */
    tenants: ProcessMemory,
    /** The agent itself. */
    pilot: ProcessMemory,
    /** PID 1 with all of its units, not only Pilot's. */
    systemd: ProcessMemory,
    /** MemTotal and MemAvailable of proc_meminfo(5), bytes. */
    total: z.number(),
    available: z.number(),
  }),
  services: z.array(
    z.discriminatedUnion('ok', [
      z.object({ service: OverviewService, ok: z.literal(true), version: z.string() }),
      z.object({ service: OverviewService, ok: z.literal(false), problem: Problem }),
    ]),
  ),
  /** The newest first, at most 10. */
  lastWakes: z.array(Wake),
})
export type Overview = z.infer<typeof Overview>

/**
 * What changed since the last event, at most four a second. The first event of a stream has no `changed`: it says
 * that the stream stands, and how things are counted now.
 */
export const WatchEvent = z.object({
  changed: z.array(TenantStatus),
  /** Names that are gone. */
  removed: z.array(z.string()),
  counts: Counts,
})
export type WatchEvent = z.infer<typeof WatchEvent>

/** What stands on the machine of one tenant, read there and not from the wish. */
export const TenantInspection = z.object({
  account: z
    .object({ uid: z.int(), gid: z.int(), home: z.string(), shell: z.string(), gecos: z.string() })
    .nullable(),
  /** Units with the files that they are made of, as systemctl cat shows them. */
  units: z.array(
    z.object({
      name: z.string(),
      load: z.string(),
      active: z.string(),
      sub: z.string(),
      files: z.array(z.object({ path: z.string(), text: z.string() })),
    }),
  ),
  /** Effective settings of the service where systemd makes the sandbox (systemd.exec(5)), by the name of the directive. */
  sandbox: z.array(z.object({ directive: z.string(), value: z.string() })),
  /** The cell that pilot-enter makes at the next start, as its file says; null where systemd makes the sandbox. */
  cell: z.object({ path: z.string(), text: z.string() }).nullable(),
  /** What confines the program that runs, as /proc tells; null while none does. */
  confinement: z
    .object({
      pid: z.int(),
      /** The file that it runs. */
      program: z.string(),
      uid: z.int(),
      gid: z.int(),
      groups: z.array(z.int()),
      /** Sets of capabilities(7), hexadecimal. */
      capabilities: z.object({ effective: z.string(), bounding: z.string() }),
      noNewPrivileges: z.boolean(),
      /** Filters of system calls besides those of PID 1, which all of a container has (seccomp(2)). */
      filters: z.int(),
      /** Kinds of namespaces(7) that PID 1 is not in. */
      namespaces: z.array(z.string()),
      /** Mounted, in this order. */
      mounts: z.array(z.object({ path: z.string(), type: z.string(), options: z.array(z.string()) })),
    })
    .nullable(),
  /** Effective limits; null for none. */
  limits: z.object({
    memoryMax: z.number().nullable(),
    cpuQuota: z.number().nullable(),
    tasksMax: z.number().nullable(),
  }),
  role: z
    .object({
      name: z.string(),
      login: z.boolean(),
      superuser: z.boolean(),
      createDatabase: z.boolean(),
      createRole: z.boolean(),
      connectionLimit: z.int(),
    })
    .nullable(),
  database: z
    .object({
      name: z.string(),
      owner: z.string(),
      publicConnect: z.boolean(),
      bytes: z.number().nullable(),
    })
    .nullable(),
  routes: z.array(z.object({ domain: z.string(), path: z.string(), target: z.string() })),
  /** Why parts could not be asked for, each reason once. */
  faults: z.array(Problem),
})
export type TenantInspection = z.infer<typeof TenantInspection>

/** Which of the names asked for can still be had. */
export const Availability = z.object({
  name: z.enum(['free', 'taken', 'kept', 'foreign']).nullable(),
  domains: z.array(
    z.object({
      domain: z.string(),
      /** Who has it; null where nobody does, or Pilot itself. */
      tenant: z.string().nullable(),
      /** It is that of the web interface. */
      ofPilot: z.boolean(),
    }),
  ),
})
export type Availability = z.infer<typeof Availability>
