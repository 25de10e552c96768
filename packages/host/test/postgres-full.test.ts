import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { linuxPostgres } from '../src/linux/postgres.ts'

test('a PostgreSQL that has no connection left is full, not down', async () => {
  const postgres = linuxPostgres(await refuseAll('53300', 'sorry, too many clients already'), 5432)
  onTestFinished(() => postgres.close())
  await expect(postgres.version()).rejects.toMatchObject({
    problem: {
      code: 'service-down',
      service: 'postgresql',
      detail: 'sorry, too many clients already',
      reason: 'full',
    },
  })
})

test('a PostgreSQL that is starting is down, not full', async () => {
  const postgres = linuxPostgres(await refuseAll('57P03', 'the database system is starting up'), 5432)
  onTestFinished(() => postgres.close())
  const error: unknown = await postgres.version().catch((thrown: unknown) => thrown)
  expect(error).toMatchObject({ problem: { code: 'service-down', service: 'postgresql' } })
  expect(error).not.toHaveProperty('problem.reason')
})

/** A server that answers every start-up message with this error, as PostgreSQL does; gives its directory. */
const refuseAll = async (code: string, message: string): Promise<string> => {
  const directory = mkdtempSync(join(tmpdir(), 'pilot-postgres-'))
  const server = createServer((socket) => {
    socket.once('data', () => socket.end(errorResponse({ S: 'FATAL', C: code, M: message })))
  }).listen(join(directory, '.s.PGSQL.5432'))
  await once(server, 'listening')
  onTestFinished(() => {
    server.close()
    rmSync(directory, { recursive: true })
  })
  return directory
}

/** ErrorResponse of the frontend/backend protocol: 'E', length, fields that end in NUL, NUL. */
const errorResponse = (fields: Readonly<Record<string, string>>): Buffer => {
  const body = Buffer.from(
    `${Object.entries(fields)
      .map(([type, value]) => `${type}${value}\0`)
      .join('')}\0`,
  )
  const head = Buffer.alloc(5)
  head.write('E')
  head.writeInt32BE(body.length + 4, 1)
  return Buffer.concat([head, body])
}
