import pg from 'pg'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { pastVacuum } from '../src/linux/postgresql/past-vacuum.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const refusal = (routine: string): pg.DatabaseError =>
  Object.assign(new pg.DatabaseError('keine Berechtigung', 1, 'error'), { code: '42501', routine })

test('a database in which autovacuum is at work is dropped once it has left', async () => {
  let tries = 0
  const dropped = pastVacuum(async () => {
    tries += 1
    if (tries < 4) throw refusal('TerminateOtherDBBackends')
    return 'dropped'
  })
  await vi.advanceTimersByTimeAsync(1000)
  expect(await dropped).toBe('dropped')
  expect(tries).toBe(4)
})

test('one that stays for ten seconds is told, and so is every other refusal at once', async () => {
  const told = expect(
    pastVacuum(() => Promise.reject(refusal('TerminateOtherDBBackends'))),
  ).rejects.toMatchObject({ code: '42501' })
  await vi.advanceTimersByTimeAsync(11_000)
  await told
  const other = vi.fn(() => Promise.reject(refusal('aclcheck_error')))
  await expect(pastVacuum(other)).rejects.toMatchObject({ routine: 'aclcheck_error' })
  expect(other).toHaveBeenCalledOnce()
})
