import { z } from 'zod'
import { FindingId, Found, Remedy } from './facts/finding.ts'

/** One prerequisite or fact about the host, and what to do about it. */
export const Finding = z.object({
  /** What was looked at; its title belongs to it. */
  id: FindingId,
  level: z.enum(['ok', 'note', 'fault']),
  found: Found,
  /** null where nothing is to be done, or nothing is known that helps. */
  remedy: Remedy.nullable(),
})
export type Finding = z.infer<typeof Finding>

/** A unit's state and the account that it runs as. */
export const UnitReport = z.object({
  unit: z.string(),
  load: z.string(),
  active: z.string(),
  sub: z.string(),
  description: z.string(),
  /** The account it runs as; `root` where the unit names none; null where the unit is not loaded or is no service. */
  user: z.string().nullable(),
  uid: z.int().nullable(),
  /** For that account: is it lingering (loginctl(1)), and does its user manager run? */
  lingering: z.boolean().nullable(),
  mainPid: z.int().nullable(),
})
export type UnitReport = z.infer<typeof UnitReport>
