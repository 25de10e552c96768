import type { Wake } from '@pilot/contract'
import { expect, test } from 'vitest'
import { awakeSpans, timeAwake } from '../src/features/tenant/timeline/awake-spans.ts'

const at = (clock: string): number => Date.parse(`2026-03-01T${clock}:00.000Z`)
const iso = (clock: string): string => new Date(at(clock)).toISOString()
const wake = (from: string, to: string | null): Wake => ({
  tenant: 'shop',
  at: iso(from),
  startMilliseconds: 40,
  endedAt: to === null ? null : iso(to),
  result: null,
})
const window = { from: at('06:00'), to: at('18:00') }
const asleep = { state: 'asleep', since: iso('12:00') } as const
const clocks = (spans: readonly { from: number; to: number }[]): string[] =>
  spans.map(({ from, to }) => [from, to].map((time) => new Date(time).toISOString().slice(11, 16)).join('-'))

test('runs that come newest first are spans, oldest first', () => {
  const spans = awakeSpans([wake('11:00', '12:00'), wake('07:00', '08:30')], asleep, window)
  expect(clocks(spans)).toEqual(['07:00-08:30', '11:00-12:00'])
  expect(timeAwake(spans)).toBe(2.5 * 3_600_000)
})

test('a run that began before the window is cut at its beginning, and one wholly before it is left out', () => {
  const spans = awakeSpans([wake('05:00', '07:00'), wake('03:00', '04:00')], asleep, window)
  expect(clocks(spans)).toEqual(['06:00-07:00'])
})

test('a run without an end lasts until now while the tenant is awake', () => {
  const [span] = awakeSpans([wake('17:00', null)], { state: 'awake', since: iso('17:00') }, window)
  expect(span).toMatchObject({ from: at('17:00'), to: at('18:00'), open: true })
})

test('a run whose end nobody told ends with the next wake, or when the tenant was seen asleep', () => {
  const spans = awakeSpans([wake('11:00', null), wake('07:00', null)], asleep, window)
  expect(clocks(spans)).toEqual(['07:00-11:00', '11:00-12:00'])
  expect(spans.every(({ open }) => !open)).toBe(true)
})

test('a tenant that has been awake for longer than the journal was asked for is awake all the time', () => {
  const since = new Date(at('00:00') - 86_400_000).toISOString()
  const spans = awakeSpans([], { state: 'awake', since }, window)
  expect(spans).toEqual([{ from: window.from, to: window.to, wake: null, open: true }])
})
