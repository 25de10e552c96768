import { createServer } from 'node:net'
import type { Server } from 'node:net'

/**
 * Speaks just enough of PostgreSQL's protocol (postgresql.org/docs/current/protocol-message-formats.html) to
 * let a client in and answer its one query with a row of three columns.
 */
export const fakePostgres = (): Server =>
  createServer((socket) => {
    socket.once('data', () => {
      socket.write(Buffer.concat([message('R', int32(0)), readyForQuery]))
      socket.on('data', () => socket.write(answer))
    })
  })

const int16 = (value: number): Buffer => Buffer.from([value >> 8, value & 0xff])
const int32 = (value: number): Buffer => Buffer.concat([int16(value >> 16), int16(value & 0xffff)])
const text = (value: string): Buffer => Buffer.from(`${value}\0`)

const message = (type: string, ...parts: Buffer[]): Buffer => {
  const body = Buffer.concat(parts)
  return Buffer.concat([Buffer.from(type), int32(body.length + 4), body])
}

const readyForQuery = message('Z', Buffer.from('I'))
const columns = ['database', 'db_user', 'server_version']
const textType = 25
const column = (name: string): Buffer =>
  Buffer.concat([text(name), int32(0), int16(0), int32(textType), int16(-1), int32(-1), int16(0)])
const value = Buffer.concat([int32(1), Buffer.from('x')])

const answer = Buffer.concat([
  message('T', int16(columns.length), ...columns.map(column)),
  message('D', int16(columns.length), value, value, value),
  message('C', text('SELECT 1')),
  readyForQuery,
])
