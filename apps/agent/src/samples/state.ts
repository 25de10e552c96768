import type { DatabaseSync } from 'node:sqlite'

/** What one run leaves for the next, by name. */
export interface State {
  get(name: string): unknown
  set(name: string, value: unknown): void
}

export const createState = (database: DatabaseSync): State => {
  const find = database.prepare('SELECT value FROM state WHERE name = ?')
  const keep = database.prepare('INSERT OR REPLACE INTO state (name, value) VALUES (?, ?)')
  return {
    get: (name) => {
      const row = find.get(name)
      return row === undefined ? undefined : (JSON.parse(String(row['value'])) as unknown)
    },
    set: (name, value) => {
      keep.run(name, JSON.stringify(value))
    },
  }
}
