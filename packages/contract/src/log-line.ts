import { z } from 'zod'

/** One line of a tenant's journal (systemd.journal-fields(7)). */
export const LogLine = z.object({
  time: z.iso.datetime(),
  /** Syslog severity, 0 (emergency) to 7 (debug). */
  priority: z.int().min(0).max(7),
  unit: z.string(),
  identifier: z.string(),
  pid: z.int().nullable(),
  message: z.string(),
  cursor: z.string(),
})
export type LogLine = z.infer<typeof LogLine>
