import type { AuditEntry } from '@pilot/contract'
import { expect, test } from 'vitest'
import { collectEntries } from '../src/features/audit/collect-entries.ts'
import { toCsv, toJson } from '../src/features/audit/export-text.ts'

const entry = (sequence: number, changes: Partial<AuditEntry> = {}): AuditEntry => ({
  sequence,
  time: '2026-11-23T12:00:00.000Z',
  actor: 'root',
  source: 'root',
  address: null,
  action: 'createTenant',
  tenant: 'shop',
  input: { name: 'shop' },
  result: 'done',
  hash: 'a'.repeat(64),
  ...changes,
})

test('CSV has a header, quotes what holds quotes, and leaves absent values empty', () => {
  expect(toCsv([entry(1)])).toBe(
    [
      'sequence,time,actor,source,address,action,tenant,result,input,hash',
      `1,2026-11-23T12:00:00.000Z,root,root,,createTenant,shop,done,"{""name"":""shop""}",${'a'.repeat(64)}`,
      '',
    ].join('\r\n'),
  )
})

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'])(
  'the actor %j is no formula in a spreadsheet',
  (actor) => {
    const cell =
      toCsv([entry(1, { actor })])
        .split('\r\n')
        .slice(1)
        .join('\r\n')
        .split(',')[2] ?? ''
    expect(cell.replace(/^"/, '')).toMatch(/^'/)
  },
)

test('line feeds and commas stay in their cell', () => {
  expect(toCsv([entry(1, { actor: 'a,b\nc' })])).toContain(',"a,b\nc",')
})

test('JSON is what the agent told', () => {
  const entries = [entry(2), entry(1)]
  expect(JSON.parse(toJson(entries))).toEqual(entries)
})

const log = Array.from({ length: 25 }, (_, index) => entry(25 - index))
const fetchPage = async ({ before = Infinity, limit }: { before?: number; limit: number }) =>
  log.filter(({ sequence }) => sequence < before).slice(0, limit)

test('every entry is collected once, over several pages', async () => {
  const { entries, complete } = await collectEntries(fetchPage, { page: 10 })
  expect(entries.map(({ sequence }) => sequence)).toEqual(log.map(({ sequence }) => sequence))
  expect(complete).toBe(true)
})

test('a page that is exactly the last is followed by an empty one', async () => {
  expect(await collectEntries(fetchPage, { page: 25 })).toMatchObject({
    complete: true,
    entries: { length: 25 },
  })
})

test('no more than the bound is collected, and it is said that there is more', async () => {
  const { entries, complete } = await collectEntries(fetchPage, { page: 10, most: 20 })
  expect(entries).toHaveLength(20)
  expect(entries.at(-1)?.sequence).toBe(6)
  expect(complete).toBe(false)
})

test('exactly the bound is all there is', async () => {
  expect(await collectEntries(fetchPage, { page: 10, most: 25 })).toMatchObject({ complete: true })
})
