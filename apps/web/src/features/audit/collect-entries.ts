import type { AuditEntry } from '@pilot/contract'

/** At most so many entries go into one file. */
export const mostExported = 50_000

export interface Collected {
  readonly entries: readonly AuditEntry[]
  /** False where there are more than the bound. */
  readonly complete: boolean
}

interface Options {
  readonly most?: number
  /** Entries asked for at once. */
  readonly page?: number
  /** How many there are so far. */
  readonly onProgress?: (count: number) => void
}

/** All entries that `fetchPage` tells, newest first, page by page up to a bound. */
export const collectEntries = async (
  fetchPage: (page: { before?: number; limit: number }) => Promise<readonly AuditEntry[]>,
  { most = mostExported, page = 2000, onProgress }: Options = {},
): Promise<Collected> => {
  const entries: AuditEntry[] = []
  for (;;) {
    const last = entries.at(-1)
    const limit = Math.min(page, most + 1 - entries.length)
    const found = await fetchPage({ ...(last === undefined ? {} : { before: last.sequence }), limit })
    entries.push(...found)
    onProgress?.(Math.min(entries.length, most))
    if (entries.length > most) return { entries: entries.slice(0, most), complete: false }
    if (found.length < limit) return { entries, complete: true }
  }
}
