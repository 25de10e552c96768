import { z } from 'zod'
import { faulty } from './faulty.ts'
import { TenantName } from './tenant-name.ts'
import { TenantState } from './tenant-state.ts'
import { longestSearch, wholeList } from './whole-list.ts'

export const ListQuery = z.object({
  search: z.string().max(longestSearch).optional(),
  states: z.array(TenantState).optional(),
  sort: z.enum(['name', 'state', 'created']).default(wholeList.sort),
  descending: z.boolean().default(wholeList.descending),
  offset: z.int().min(0).default(wholeList.offset),
  limit: z.int().min(1).max(10_000).default(wholeList.limit),
  /** Also those deleted whose data was kept. */
  deleted: z.boolean().default(wholeList.deleted),
})
export type ListQuery = z.infer<typeof ListQuery>

export const LogsQuery = z.object({
  name: TenantName,
  follow: z.boolean().default(false),
  /** As journalctl(1) --since takes it: `10min ago`, `today`, `2026-01-31 12:00`. */
  since: z
    .string()
    .max(64)
    .refine((text) => /^[A-Za-z0-9 :.+-]+$/.test(text), faulty({ code: 'not-since' }))
    .optional(),
  lines: z.int().min(1).max(10_000).default(200),
  /** Syslog severity up to which lines are shown, 0 (emergency) to 7 (debug, all). */
  priority: z.int().min(0).max(7).default(7),
  /** Only lines that hold this text, in upper or lower case. */
  search: z.string().max(200).optional(),
  /** Also those by which Pilot's own part of a program tells how it woke. */
  wakes: z.boolean().optional(),
})
export type LogsQuery = z.infer<typeof LogsQuery>

export const AuditQuery = z.object({
  tenant: z.string().max(64).optional(),
  /** Part of the caller's name. */
  actor: z.string().max(100).optional(),
  action: z.string().max(64).optional(),
  /** `done`, a problem's code, or `failed` for everything but `done`. */
  result: z.string().max(64).optional(),
  since: z.iso.datetime().optional(),
  until: z.iso.datetime().optional(),
  /** Only entries with a lower sequence: the next page. */
  before: z.int().min(1).optional(),
  limit: z.int().min(1).max(10_000).default(100),
})
export type AuditQuery = z.infer<typeof AuditQuery>

export const CheckInput = z.object({})
export type CheckInput = z.infer<typeof CheckInput>

/** Unit names with their type suffix (systemd.unit(5)), at most 100. */
export const UnitsInput = z.object({
  units: z
    .array(
      z
        .string()
        .max(255)
        .refine((text) => isUnitName(text), faulty({ code: 'not-unit' })),
    )
    .min(1)
    .max(100),
})
export type UnitsInput = z.infer<typeof UnitsInput>

const isUnitName = (text: string): boolean =>
  /^[A-Za-z0-9:_.\\@-]+\.(service|socket|target|timer|path|mount|slice|scope)$/.test(text)

/** The runs of one tenant's program, or of all, newest first. */
export const WakesQuery = z.object({
  name: TenantName.optional(),
  /** So many hours back, 1 to 168. */
  hours: z.int().min(1).max(168).default(24),
  limit: z.int().min(1).max(5000).default(500),
})
export type WakesQuery = z.infer<typeof WakesQuery>

/** May be asked while somebody types: what is no name yet is simply not free. */
export const AvailabilityQuery = z.object({
  name: z.string().max(64).optional(),
  domains: z.array(z.string().max(253)).max(100).default([]),
})
export type AvailabilityQuery = z.infer<typeof AvailabilityQuery>
