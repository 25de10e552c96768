import { z } from 'zod'
import { settings } from './settings/table.ts'

/** Upper bounds for a tenant's processes; absent means unlimited. */
export const Limits = z.object({
  memoryMax: settings.memoryMax.schema.optional(),
  cpuQuota: settings.cpuQuota.schema.optional(),
  tasksMax: settings.tasksMax.schema.optional(),
})
export type Limits = z.infer<typeof Limits>
