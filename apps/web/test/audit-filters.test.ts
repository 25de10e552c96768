import { AuditQuery } from '@pilot/contract'
import { createLoader } from 'nuqs/server'
import { expect, test } from 'vitest'
import {
  auditAddress,
  auditParams,
  isUnfiltered,
  noFilters,
  toAuditQuery,
  type AuditFilters,
} from '../src/features/audit/filters.ts'

const read = createLoader(auditParams)
const now = new Date('2026-11-23T12:00:00.000Z')

const everything: AuditFilters = {
  actor: 'root (sudo Jörg & co)',
  action: 'deleteTenant',
  tenant: 'shop',
  result: 'failed',
  range: 'between',
  from: new Date('2026-11-01T00:00:00.000Z'),
  to: new Date('2026-11-02T00:00:00.000Z'),
}

test('filters come back from the address as they went into it', () => {
  const address = new URL(auditAddress(everything), 'http://pilot.localhost')
  expect(read(address.searchParams)).toEqual(everything)
})

test('an address without filters has none, and says nothing', () => {
  expect(read(new URLSearchParams())).toEqual(noFilters)
  expect(auditAddress(noFilters)).toBe('/audit')
  expect(isUnfiltered(noFilters)).toBe(true)
  expect(isUnfiltered({ ...noFilters, actor: 'root' })).toBe(false)
})

test('a range that is none, and a time that is none, are left out', () => {
  const found = read(new URLSearchParams('range=yesterday&from=soon'))
  expect(found).toEqual(noFilters)
})

test('the agent is asked for what is set, and nothing else', () => {
  expect(toAuditQuery(noFilters, now)).toEqual({})
  expect(toAuditQuery({ ...noFilters, actor: '  ', tenant: ' shop ' }, now)).toEqual({ tenant: 'shop' })
})

test('a range is counted from now', () => {
  expect(toAuditQuery({ ...noFilters, range: '7d' }, now)).toEqual({ since: '2026-11-16T12:00:00.000Z' })
})

test('instants count only where the range is between them', () => {
  expect(toAuditQuery({ ...everything, range: 'all' }, now)).not.toHaveProperty('since')
  expect(toAuditQuery(everything, now)).toMatchObject({
    since: '2026-11-01T00:00:00.000Z',
    until: '2026-11-02T00:00:00.000Z',
  })
})

test('the contract takes every query that the page can make', () => {
  expect(() => AuditQuery.parse({ ...toAuditQuery(everything, now), before: 3, limit: 100 })).not.toThrow()
})
