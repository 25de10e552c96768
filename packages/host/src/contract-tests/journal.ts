import assert from 'node:assert/strict'
import { PilotError } from '@pilot/contract'
import type { UnitEvent, UnitEventQuery } from '../ports/journal.ts'
import { UnitFailed } from '../ports/systemd.ts'
import { rootFile } from './suite.ts'
import type { Contract } from './suite.ts'

const file = '/etc/systemd/system/pilot-contract-journal.service'
const service = 'pilot-contract-journal.service'

// src/systemd/sd-messages.h
const starting = '7d4958e842da4a758f6c1cdc7b36dcc5'
const started = '39f53479d3a045ac8e11786248231fbf'
const succeeded = '7ad2d189f7e94e70a38c781354912448'
const failed = 'd9b373ed55a64feb8242e02dbe79a49c'

const never = new AbortController().signal

export const journalContract: Contract = ({ describe, it }, { journal, systemd, files }) => {
  /** The journal takes what PID 1 says a moment later. */
  const eventsOf = async (query: UnitEventQuery, count: number): Promise<UnitEvent[]> => {
    for (let attempt = 0; ; attempt += 1) {
      const found = (await Array.fromAsync(journal.unitEvents(query, never))).slice(0, count)
      if (found.length === count || attempt === 50) return found
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }

  describe('the journal', () => {
    it('tells how a service began and ended, newest first', async () => {
      await files.write(file, '[Service]\nType=exec\nExecStart=/bin/sleep 1000\n', rootFile)
      await systemd.reload()
      await systemd.start(service)
      await systemd.stop(service)
      const query = { units: [service], messageIds: [starting, started, succeeded, failed], since: 0 }
      const events = await eventsOf(query, 3)
      assert.deepEqual(
        events.map(({ messageId, unit, uid, result }) => [messageId, unit, uid, result]),
        [succeeded, started, starting].map((id) => [id, service, null, null]),
      )
      const times = events.map(({ realtime }) => realtime)
      assert.deepEqual(
        times,
        times.toSorted((a, b) => b - a),
      )
      assert.ok(times.every((time) => time > Date.UTC(2025) * 1000))
      assert.equal((await eventsOf({ ...query, messageIds: [started] }, 1))[0]?.messageId, started)
      for (const nobody of [{}, { userUnit: { name: service, uids: [] } }])
        assert.deepEqual(
          await Array.fromAsync(journal.unitEvents({ ...query, units: [], ...nobody }, never)),
          [],
        )
    })

    it('refuses a time that is none, at once and while it follows', async () => {
      const query = { units: [service], since: 'whenever' }
      await assert.rejects(journal.read(query), isNoTime)
      await assert.rejects(journal.read({ ...query, search: 'x' }), isNoTime)
      await assert.rejects(Array.fromAsync(journal.follow(query, never)), isNoTime)
      for (const since of ['1h ago', 'today', '2026-01-31 12:00']) await journal.read({ ...query, since })
    })

    it('tells with which result a service failed, and ends with its reader or when it is aborted', async () => {
      await files.write(
        file,
        '[Service]\nType=exec\nUser=pilot-contract-none\nExecStart=/bin/true\n',
        rootFile,
      )
      await systemd.reload()
      await assert.rejects(systemd.start(service), UnitFailed)
      const query = { units: [service], messageIds: [failed], since: 0 }
      assert.equal((await eventsOf(query, 1))[0]?.result, 'exit-code')
      const both = { ...query, messageIds: [failed, starting] }
      for await (const { messageId } of journal.unitEvents(both, never)) {
        assert.equal(messageId, failed)
        break
      }
      const left = new AbortController()
      const reason = new Error('nobody waits')
      const seen: string[] = []
      await assert.rejects(async () => {
        for await (const { messageId } of journal.unitEvents(both, left.signal)) {
          seen.push(messageId)
          left.abort(reason)
        }
      }, reason)
      assert.deepEqual(seen, [failed])
      await systemd.resetFailed(service)
      await files.remove(file)
      await systemd.reload()
    })
  })
}

const isNoTime = (error: unknown): boolean =>
  error instanceof PilotError &&
  error.problem.code === 'invalid-input' &&
  error.problem.fault.code === 'not-since'
