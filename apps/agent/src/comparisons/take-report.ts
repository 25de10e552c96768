import {
  PilotError,
  type Comparison,
  type ComparisonReport,
  type Problem,
  type TenantName,
} from '@pilot/contract'
import type { Host } from '@pilot/host/ports'
import type { ComparisonRecord, Store } from '../store/index.ts'
import type { Audience } from './audience.ts'

interface Parts {
  readonly store: Store
  readonly host: Host
  readonly audience: Audience
  readonly finish: (record: ComparisonRecord, end: ComparisonEnd) => void
  /** What was removed. */
  readonly onCleaned: (removed: readonly string[]) => void
}

/** Stores what the process that compares tells, and passes it on to those who follow. */
export const takeReport = async (parts: Parts, report: ComparisonReport): Promise<void> => {
  const { store, host, audience } = parts
  switch (report.report) {
    case 'machine': {
      const { machine, method } = report
      changeRunning(store, report.id, { machine, method })
      break
    }
    case 'making': {
      await demandFree({ store, host }, report.tenants)
      const record = demandRunning(store, report.id)
      store.comparisons.put({ ...record, made: [...record.made, ...report.tenants] })
      break
    }
    case 'progress': {
      const { variant, phase, done, of } = report
      audience.tell({ event: 'progress', variant, phase, done, of })
      break
    }
    case 'measured': {
      const { results } = demandRunning(store, report.id).comparison
      changeRunning(store, report.id, { results: [...results, report.result] })
      audience.tell({ event: 'measured', result: report.result })
      break
    }
    case 'ended': {
      // It is over when nothing is left of it.
      store.comparisons.put({ ...demandRunning(store, report.id), ended: { problem: report.problem } })
      break
    }
    case 'cleaned': {
      for (const record of store.comparisons.list())
        if (record.made.length > 0) store.comparisons.put({ ...record, made: [] })
      const record = store.comparisons.running()
      if (record !== undefined) parts.finish(record, endOf(record))
      parts.onCleaned(report.removed)
    }
  }
}

export interface ComparisonEnd {
  readonly state: Exclude<Comparison['state'], 'running'>
  readonly problem: Problem | null
}

/** How a comparison has ended whose process is gone. */
export const endOf = ({ ended, cancelled }: ComparisonRecord): ComparisonEnd => {
  if (ended !== null) return { state: ended.problem === null ? 'done' : 'failed', problem: ended.problem }
  return { state: cancelled ? 'cancelled' : 'interrupted', problem: null }
}

/** A process whose comparison was ended from elsewhere hears of it by this. */
const demandRunning = (store: Store, id: string): ComparisonRecord => {
  const record = store.comparisons.running()
  if (record?.comparison.id !== id)
    throw new PilotError({ code: 'not-found', what: { code: 'running-comparison', id } })
  return record
}

const changeRunning = (store: Store, id: string, part: Partial<Comparison>): void => {
  const record = demandRunning(store, id)
  store.comparisons.put({ ...record, comparison: { ...record.comparison, ...part } })
}

const demandFree = async (
  { store, host }: Pick<Parts, 'store' | 'host'>,
  tenants: readonly TenantName[],
): Promise<void> => {
  for (const tenant of tenants) {
    const account = await host.accounts.find(tenant)
    if (store.tenants.find(tenant) !== undefined || account !== undefined)
      throw new PilotError({ code: 'tenant-exists', tenant, difference: null })
  }
}
