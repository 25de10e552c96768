import { z } from 'zod'

/**
 * Upper bounds for a tenant's processes, in systemd's words (systemd.resource-control(5)); absent means
 * unlimited. They hold only where the cgroup v2 controllers exist; `pilot check` tells.
 */
export const Limits = z.object({
  /** MemoryMax=, bytes, 4 MiB to 1 TiB. */
  memoryMax: z
    .int()
    .min(4 * 1024 ** 2)
    .max(1024 ** 4)
    .optional(),
  /** CPUQuota=, percent of one core, 1 to 100,000. */
  cpuQuota: z.int().min(1).max(100_000).optional(),
  /** TasksMax=, processes and threads, 4 to 100,000. */
  tasksMax: z.int().min(4).max(100_000).optional(),
})
export type Limits = z.infer<typeof Limits>
