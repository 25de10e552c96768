import { z } from 'zod'

/** One prerequisite or fact about the host, and what to do about it. */
export const Finding = z.object({
  /** A stable id, such as `postgresql.peer`. */
  id: z.string(),
  title: z.string(),
  level: z.enum(['ok', 'note', 'fault']),
  /** What was found, in one sentence. */
  detail: z.string(),
  /** What to do, as a sentence with the command; empty where nothing is to be done. */
  remedy: z.string(),
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
