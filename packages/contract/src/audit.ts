import { z } from 'zod'

/** One line of the audit: who did what, from where, and how it ended. Each line's hash covers the one before. */
export const AuditEntry = z.object({
  sequence: z.int(),
  time: z.iso.datetime(),
  /** The caller, such as `root`, `root (sudo alice)` or an operator's name. */
  actor: z.string(),
  /** The socket it came by: `root`, `bridge` or `agent` itself. */
  source: z.string(),
  /** Where the caller was, as Caddy saw it; null on the machine itself. */
  address: z.string().nullable(),
  action: z.string(),
  tenant: z.string().nullable(),
  /** The input as given; environment values are replaced by `***`. */
  input: z.unknown(),
  /** `done`, or the problem's code. */
  result: z.string(),
  hash: z.string(),
})
export type AuditEntry = z.infer<typeof AuditEntry>
