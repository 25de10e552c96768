import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import type { Server, Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { Database } from '../src/database.ts'
import { fakePostgres } from '../src/fake-postgres.ts'

const directory = mkdtempSync(join(tmpdir(), 'database-'))
process.env['PGHOST'] = directory
process.env['PGPORT'] = '5432'
afterAll(() => rmSync(directory, { recursive: true }))

const open = async (): Promise<Server> => {
  const server = fakePostgres().listen(join(directory, '.s.PGSQL.5432'))
  await once(server, 'listening')
  return server
}

test('a database that is down is told by its error, and found again when it is back', async () => {
  const database = new Database('shop')
  expect(await database.report()).toMatchObject({
    db_status: `connect ENOENT ${join(directory, '.s.PGSQL.5432')}`,
    database: 'shop',
  })
  const server = await open()
  expect(await database.report()).toMatchObject({ db_status: 'Connected' })
  await database.close()
  server.close()
})

test('a lost connection does not end the process, and the next request connects anew', async () => {
  const server = await open()
  const connections: Socket[] = []
  server.on('connection', (socket) => connections.push(socket))
  const database = new Database('shop')
  await database.report()
  const [first] = connections
  if (first === undefined) throw new Error('nobody connected')
  first.destroy()
  await once(first, 'close')
  const reports = [await database.report(), await database.report()]
  expect(reports.at(-1)).toMatchObject({ db_status: 'Connected' })
  expect(connections).toHaveLength(2)
  await database.close()
  server.close()
})

test('requests at the same time share one connection and one query', async () => {
  const server = await open()
  let connections = 0
  server.on('connection', () => (connections += 1))
  const database = new Database('shop')
  const reports = await Promise.all(Array.from({ length: 20 }, () => database.report()))
  expect(new Set(reports).size).toBe(1)
  expect(connections).toBe(1)
  await database.close()
  server.close()
})
