import { visible, type LogLine } from '@pilot/contract'
import { expect, test } from 'vitest'
import {
  appendLines,
  emptyLogBuffer,
  noteOutage,
  type LogBuffer,
} from '../src/features/tenant/logs/log-buffer.ts'
import { logText } from '../src/features/tenant/logs/log-text.ts'

const line = (number: number): LogLine => ({
  time: new Date(1_000_000 + number * 1000).toISOString(),
  priority: 6,
  unit: 'pilot@shop.service',
  identifier: 'server',
  pid: 7,
  message: `line ${number}`,
  cursor: `c${number}`,
})
const lines = (from: number, to: number): LogLine[] =>
  Array.from({ length: to - from + 1 }, (_, index) => line(from + index))
const outage = { from: 10, to: 20 }
const shown = ({ entries }: LogBuffer): string[] =>
  entries.map((entry) => (entry.kind === 'line' ? entry.line.cursor : `gap missing=${entry.missing}`))

test('a line that comes twice is kept once', () => {
  const first = appendLines(emptyLogBuffer, lines(1, 3), 10)
  expect(shown(appendLines(first, lines(2, 4), 10))).toEqual(['c1', 'c2', 'c3', 'c4'])
})

test('nothing new leaves the very same buffer, so that nothing is drawn again', () => {
  const first = appendLines(emptyLogBuffer, lines(1, 3), 10)
  expect(appendLines(first, lines(1, 3), 10)).toBe(first)
})

test('beyond its limit the oldest lines go, and are counted', () => {
  const buffer = appendLines(appendLines(emptyLogBuffer, lines(1, 4), 4), lines(5, 6), 4)
  expect(shown(buffer)).toEqual(['c3', 'c4', 'c5', 'c6'])
  expect(buffer.dropped).toBe(2)
})

test('after an outage the stream goes on without doubles, and says where it broke off', () => {
  const first = appendLines(emptyLogBuffer, lines(1, 3), 10)
  const replayed = appendLines(noteOutage(first, outage), lines(2, 3), 10)
  const after = appendLines(replayed, lines(4, 5), 10)
  expect(shown(after)).toEqual(['c1', 'c2', 'c3', 'gap missing=false', 'c4', 'c5'])
})

test('where the stream goes on further ahead, lines may be missing', () => {
  const first = appendLines(emptyLogBuffer, lines(1, 3), 10)
  expect(shown(appendLines(noteOutage(first, outage), lines(7, 8), 10))).toEqual([
    'c1',
    'c2',
    'c3',
    'gap missing=true',
    'c7',
    'c8',
  ])
})

test('control characters and what turns the direction of text are seen, a tab stays', () => {
  expect(visible('a\u001b[31mred\u0007\tb\u202ec\u007f', '\t')).toBe(
    String.raw`a\x1b[31mred\x07`.concat('\t', String.raw`b\u202ec\x7f`),
  )
  expect(visible('plain äöü 🙂', '\t')).toBe('plain äöü 🙂')
})

test('as a file each line has its time, its program and its process', () => {
  expect(logText([line(1)])).toBe('1970-01-01T00:16:41.000Z server[7]: line 1\n')
})

test('before the first line an outage is no news', () => {
  expect(shown(appendLines(noteOutage(emptyLogBuffer, outage), lines(1, 2), 10))).toEqual(['c1', 'c2'])
})
