import type { z } from 'zod'

/**
 * One thing that may be said of a tenant. A row of the table (table.ts) is all that has to be written for it: what
 * `create` and `set` take, flags, columns of a list, fields of a form, what differs and what is shown come from it.
 */
export type Setting = Row & {
  /** Whose it is: the tenant's, or one of its domains'. */
  readonly of: 'tenant' | 'domain'
}

type Row = OneValue | Several

interface OneValue extends Common {
  readonly kind: Exclude<Kind, 'list' | 'map'>
  /** Nobody is told its value: who may change it can write it anew. */
  readonly secret?: true
}

/** Never secret: who is told none of the words can take none away. */
interface Several extends Common {
  readonly kind: 'list' | 'map'
  readonly secret?: never
}

interface Common {
  /** Of a value that is given. A list that is given is never empty. */
  readonly schema: z.ZodType
  /** Where a form shows it. */
  readonly group: Group
  /** The flag of `pilot`, without its hyphens, and what stands for its value in the help. */
  readonly flag: string
  readonly placeholder: string
  /** Other titles under which it may stand in a list of tenants; its flag always is one. */
  readonly aliases?: readonly string[]
  /** What a tenant has where nothing else is said and the agent decides nothing; without it the setting may be absent. */
  readonly standard?: unknown
  /** Stays as the tenant was made with. */
  readonly fixed?: true
  /** Stands in an object of this name (`limits`). */
  readonly within?: 'limits'
}

/** How a value is typed, as text: in a flag, in a cell, in a field. */
export type Kind =
  /** One of a few words: a zod enum. */
  | 'choice'
  /** Milliseconds, as a systemd time span (systemd.time(7)). */
  | 'time-span'
  /** Bytes, such as `64M`. */
  | 'bytes'
  /** Percent of one core, such as `50%`. */
  | 'percent'
  | 'count'
  /** A program and its arguments, as a shell cuts them. */
  | 'command'
  | 'text'
  /** A text that may have several lines; a flag names the file that holds it. */
  | 'lines'
  /** Words parted by blanks or commas: a zod array. */
  | 'list'
  /** `NAME=value`, one a line: a zod record. */
  | 'map'

export type Group = 'program' | 'time' | 'route' | 'limits' | 'environment'

export type Settings = Readonly<Record<string, Setting>>

/** A row for the table; keeps the types of what is written in it. */
export const ofTenant = <const Given extends Row>(row: Given) => ({
  of: 'tenant' as const,
  ...row,
})

export const ofDomain = <const Given extends Row>(row: Given) => ({
  of: 'domain' as const,
  ...row,
})
