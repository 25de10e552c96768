import { describe, expect, it } from 'vitest'
import { createFormats } from '../src/i18n/formats.ts'

const en = createFormats('en', 'not measured')
const de = createFormats('de', 'nicht gemessen')
const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ')

describe('sizes', () => {
  it.each([
    [0, '0 B'],
    [1023, '1,023 B'],
    [1024, '1 KiB'],
    [1536, '1.5 KiB'],
    [12.34 * 1024 ** 2, '12.3 MiB'],
    [3 * 1024 ** 3, '3 GiB'],
    [5000 * 1024 ** 4, '5,000 TiB'],
  ])('%d bytes', (bytes, text) => expect(plain(en.bytes(bytes))).toBe(text))

  it('has the comma of the language', () => expect(plain(de.bytes(1536))).toBe('1,5 KiB'))
})

describe('durations', () => {
  it.each([
    [0, '0 ms'],
    [0.42, '0.4 ms'],
    [812, '812 ms'],
    [1812, '1.81 sec'],
    [90_000, '2 min'],
    [5_400_000, '1.5 hr'],
    [3 * 24 * 3_600_000, '3 days'],
  ])('%d ms', (milliseconds, text) => expect(plain(en.duration(milliseconds))).toBe(text))
})

it('what was not measured is not 0', () => {
  expect([en.bytes(null), en.duration(null), en.number(null)]).toEqual(Array(3).fill('not measured'))
  expect([en.bytes(0), en.duration(0), en.number(0)]).not.toContain('not measured')
})

it.each([
  [-3000, '3 seconds ago'],
  [-3 * 60_000, '3 minutes ago'],
  [-26 * 3_600_000, 'yesterday'],
  [2 * 3_600_000, 'in 2 hours'],
])('%d ms from now', (distance, text) =>
  expect(en.relative(1_000_000_000 + distance, 1_000_000_000)).toBe(text),
)

it.each([
  [0, '0%'],
  [0.0031, '0.31%'],
  [0.043, '4.3%'],
  [0.42, '42%'],
  [1, '100%'],
])('the share %d', (share, text) => expect(en.percent(share)).toBe(text))

it('a share that was not measured is not 0', () => expect(en.percent(null)).toBe('not measured'))
