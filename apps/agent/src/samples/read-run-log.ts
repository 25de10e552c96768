import type { TenantName } from '@pilot/contract'
import type { Meter, RunLog, RunLogEntry, RunLogPlace } from '@pilot/host/ports'
import { messages } from '../runs/run-messages.ts'

/** What the journal told of tenants' runs, oldest first, and where to go on. */
export interface RunsTold {
  readonly entries: readonly (RunLogEntry & { readonly tenant: TenantName })[]
  readonly read: RunsRead
}

export interface RunsRead {
  /** Processor time of all tenants when it was read. */
  readonly spent: number | null
  readonly trusted: RunLogPlace
  readonly told: RunLogPlace
}

/** Reads on. Where no tenant has used any processor time since, nothing was told, and nobody is asked. */
export const readRunLog = (
  { meter, log }: { readonly meter: Meter; readonly log: RunLog },
  last: RunsRead | undefined,
  now: number,
): RunsTold => {
  const spent = meter.slices().cpu
  const users = meter.userTenants()
  if (last !== undefined && users.size === 0 && spent !== null && spent === last.spent)
    return { entries: [], read: last }
  const begin = { since: (now - firstHours * 3600) * 1000 }
  const trusted = log.trusted(last?.trusted ?? begin)
  const hasBegun = trusted.entries.some(({ messageId }) => messageId === messages.started)
  const told =
    hasBegun || users.size > 0
      ? log.told(last?.told ?? begin, { user: users.size > 0 })
      : { entries: [], place: last?.told ?? begin }
  const present = new Set(meter.tenants())
  const entries = [...trusted.entries, ...told.entries].flatMap((entry) => {
    const tenant = 'name' in entry.of ? entry.of.name : users.get(entry.of.uid)
    // One that is gone takes its figures with it.
    return tenant !== undefined && present.has(tenant) ? [{ ...entry, tenant }] : []
  })
  return {
    entries: entries.sort((a, b) => a.realtime - b.realtime),
    read: { spent, trusted: trusted.place, told: told.place },
  }
}

/** What is taken from a journal that was there before the first sample. */
const firstHours = 24
