import type { DatabaseSync } from 'node:sqlite'

/** The short id of a tenant in every row of its figures; given when it is first asked for. */
export const createTenantIds = (database: DatabaseSync): ((name: string) => number) => {
  const find = database.prepare('SELECT id FROM tenants WHERE name = ?')
  const add = database.prepare('INSERT INTO tenants (name) VALUES (?)')
  const known = new Map<string, number>()
  return (name) => {
    const id = known.get(name) ?? Number(find.get(name)?.['id'] ?? add.run(name).lastInsertRowid)
    known.set(name, id)
    return id
  }
}
