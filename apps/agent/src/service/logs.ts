import type { LogLine, LogsQuery } from '@pilot/contract'
import type { JournalEntry, JournalQuery } from '@pilot/host/ports'
import { unitNames } from '@pilot/render'
import type { Agent } from '../agent.ts'
import { wakeLine } from '../samples/index.ts'
import type { TenantRecord } from '../store/index.ts'
import { findRecord } from '../tenants/find-record.ts'

type Parts = Pick<Agent, 'store' | 'host'>

/** The tenant's journal, oldest line first; with `follow` until aborted. */
export const readLogs = async function* (
  agent: Parts,
  { name, follow, since, lines, priority, search = '', wakes = false }: LogsQuery,
  signal: AbortSignal,
): AsyncGenerator<LogLine, void> {
  const query: JournalQuery = {
    ...journalOf(findRecord(agent, name)),
    lines,
    ...(since === undefined ? {} : { since }),
    ...(priority === 7 ? {} : { priority }),
    ...(search === '' ? {} : { search }),
    ...(wakes || priority < 7 ? {} : { without: wakeLine }),
  }
  const entries = follow ? agent.host.journal.follow(query, signal) : await agent.host.journal.read(query)
  for await (const entry of entries) yield toLine(entry)
}

/** Where the lines of a tenant stand: by its units, or in user scope by its account. */
export const journalOf = ({ spec, uid }: TenantRecord): JournalQuery =>
  spec.scope === 'system' ? { units: Object.values(unitNames(spec.name, 'system')) } : { units: [], uid }

const toLine = ({ realtime, ...entry }: JournalEntry): LogLine => ({
  ...entry,
  time: new Date(realtime / 1000).toISOString(),
})
