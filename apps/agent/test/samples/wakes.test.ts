import { describe, expect, test } from 'vitest'
import { histogramOf, percentilesOf } from '../../src/samples/percentiles.ts'
import { parseWakeLine } from '../../src/samples/wake-line.ts'
import { readWakeTimes } from '../../src/samples/wake-times.ts'
import { begin, line, micro, rowsOf, startSampler, unitEvent } from './support.ts'

/** `began` in seconds since `begin`. */
const said = (began: number, ready: string, answered?: string): string =>
  `pilot: awake since ${((begin + began) * 1000).toFixed(1)}, ready after ${ready} ms` +
  (answered === undefined ? '' : `, answered after ${answered} ms`)

const wakesOf = (events: readonly ReturnType<typeof line>[], proxied = false) => {
  const trial = startSampler()
  trial.machine.slices = 1
  if (proxied) trial.machine.proxied.add('shop')
  trial.machine.trusted.push(...events.filter(({ messageId }) => messageId !== ''))
  trial.machine.told.push(...events.filter(({ messageId }) => messageId === ''))
  trial.pass(60)
  return { trial, wakes: rowsOf(trial.database, 'wakes') }
}

const start = [unitEvent('starting', 12), unitEvent('started', 12.025)]

describe('a wake', () => {
  test('has the parts that PID 1 and the program told of it', () => {
    const { wakes } = wakesOf([
      ...start,
      line(said(12.02, '30.0', '35.5'), 12.057),
      unitEvent('failed', 20, 'shop', 'exit-code'),
    ])
    expect(wakes).toMatchObject([
      {
        at: micro(12),
        started: micro(12.025),
        start: 20_000,
        ready: 30_000,
        first_byte: 5500,
        whole: 55_500,
        ended: micro(20),
        result: 'exit-code',
      },
    ])
  })

  test('that no visitor caused has no first byte, and is whole when ready', () => {
    const { wakes } = wakesOf([...start, line(said(12.02, '30.0'), 12.051)])
    expect(wakes).toMatchObject([{ start: 20_000, ready: 30_000, first_byte: null, whole: 50_000 }])
  })

  test('of a program that tells nothing has only its start', () => {
    const { wakes } = wakesOf(start)
    expect(wakes).toMatchObject([{ start: 25_000, ready: null, first_byte: null, whole: null }])
  })

  test('of a proxied tenant is whole when its program takes connections', () => {
    const { wakes } = wakesOf(start, true)
    expect(wakes).toMatchObject([{ start: null, ready: null, whole: 25_000 }])
  })

  test.each([
    ['began before PID 1 started it', line(said(11.9, '30.0', '35.0'), 12.057)],
    ['answered after the journal had the line', line(said(12.02, '30.0', '99999.0'), 12.057)],
    ['was ready after it answered', line(said(12.02, '36.0', '35.0'), 12.057)],
    ['has a word too much', line(`${said(12.02, '30.0', '35.0')} more`, 12.057)],
  ])('does not believe a line that %s', (_, told) => {
    expect(wakesOf([...start, told]).wakes).toMatchObject([{ start: 25_000, ready: null, whole: null }])
  })

  test('believes the first line, and no second one', () => {
    const lines = [line(said(12.02, '30.0', '35.0'), 12.057), line(said(12.02, '1.0', '2.0'), 12.06)]
    expect(wakesOf([...start, ...lines]).wakes).toMatchObject([{ ready: 30_000 }])
  })

  test('whose line comes only after the minute has its parts all the same', () => {
    const trial = startSampler()
    trial.machine.slices = 1
    trial.machine.trusted.push(unitEvent('starting', 59.98), unitEvent('started', 59.99))
    trial.pass(60)
    trial.machine.told.push(line(said(59.99, '30.0', '35.0'), 60.03))
    trial.machine.trusted.push(unitEvent('starting', 90), unitEvent('started', 90.01))
    trial.machine.slices = 2
    trial.pass(60)
    expect(rowsOf(trial.database, 'wakes')[0]).toMatchObject({ ready: 30_000, first_byte: 5000 })
  })

  test('that a program causes by crashing at once is followed by the next', () => {
    const events = [0, 1, 2].flatMap((at) => [unitEvent('starting', at + 1), unitEvent('started', at + 1.01)])
    const { wakes } = wakesOf(events)
    expect(wakes.map(({ ended }) => ended)).toEqual([micro(2), micro(3), expect.any(Number)])
  })
})

test('a hostile tenant that wakes without end takes no more room than one that wakes all quarters of an hour', () => {
  const trial = startSampler()
  trial.machine.slices = 1
  trial.machine.tenants = ['shop', 'honest']
  for (let index = 0; index < 20_000; index += 1)
    trial.machine.trusted.push(unitEvent('starting', index / 1000, 'shop'))
  trial.machine.trusted.push(unitEvent('starting', 1, 'honest'))
  trial.pass(3660)
  const wakes = rowsOf(trial.database, 'wakes')
  expect(wakes.filter(({ tenant }) => tenant === wakes[0]?.['tenant'])).toHaveLength(8640)
  expect(wakes).toHaveLength(8641)
})

test('percentiles are of the nearest rank', () => {
  expect(percentilesOf([])).toBeNull()
  expect(percentilesOf([7])).toEqual({ n: 1, p50: 7, p95: 7, p99: 7 })
  const hundred = Array.from({ length: 100 }, (_, index) => 100 - index)
  expect(percentilesOf(hundred)).toEqual({ n: 100, p50: 50, p95: 95, p99: 99 })
})

test('a histogram has neighbouring bins that hold every value', () => {
  expect(histogramOf([])).toEqual([])
  const bins = histogramOf([3, 4.9, 5, 22, 1e12])
  expect(bins.slice(0, 5)).toEqual([
    { from: 0, to: 5, count: 2 },
    { from: 5, to: 10, count: 1 },
    { from: 10, to: 15, count: 0 },
    { from: 15, to: 20, count: 0 },
    { from: 20, to: 25, count: 1 },
  ])
  expect(bins.every(({ from }, index) => index === 0 || from === bins[index - 1]?.to)).toBe(true)
  expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(5)
})

test('wake times are of one tenant or of all, and of the time asked for', () => {
  const { trial } = wakesOf([...start, line(said(12.02, '30.0', '35.0'), 12.057)])
  const now = begin + 60
  expect(readWakeTimes(trial.database, 'shop', 1, now)).toMatchObject({
    wakes: 1,
    since: '2026-01-01T00:00:12.000Z',
    whole: { n: 1, p50: 55 },
    firstByte: { p50: 5 },
    histogram: [{ from: 55, to: 60, count: 1 }],
  })
  expect(readWakeTimes(trial.database, undefined, 1, now).wakes).toBe(1)
  expect(readWakeTimes(trial.database, 'other', 1, now)).toMatchObject({ wakes: 0, since: null, whole: null })
  expect(readWakeTimes(trial.database, 'shop', 1, now + 7200).wakes).toBe(0)
})

test('a line of an app itself is no wake', () => {
  expect(parseWakeLine('awake since 1767225612020.0, ready after 30.0 ms')).toBeUndefined()
  expect(parseWakeLine('pilot: awake since 1767225612020.5, ready after 30.0 ms')).toEqual({
    begun: 1_767_225_612_020_500,
    ready: 30_000,
    answered: null,
  })
})
