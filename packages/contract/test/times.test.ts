import { describe, expect, test } from 'vitest'
import { defaultIdle, formatTimeSpan, parseTimeSpan, readSetting, settings, speak } from '../src/index.ts'

describe('a time span', () => {
  // The examples of systemd.time(7), "Parsing Time Spans", and its units up to weeks.
  test.each([
    ['2 h', 7_200_000],
    ['2hours', 7_200_000],
    ['48hr', 172_800_000],
    ['55s500ms', 55_500],
    ['300ms20s 5day', 432_020_300],
    ['50', 50_000],
    ['5s', 5000],
    ['5sec', 5000],
    ['1second', 1000],
    ['10seconds', 10_000],
    ['250ms', 250],
    ['250msec', 250],
    ['1m', 60_000],
    ['1min', 60_000],
    ['1minute', 60_000],
    ['5 minutes', 300_000],
    ['1h 30min', 5_400_000],
    ['1d', 86_400_000],
    ['1day', 86_400_000],
    ['2days', 172_800_000],
    ['1w', 604_800_000],
    ['1week', 604_800_000],
    ['2weeks', 1_209_600_000],
    ['1.5h', 5_400_000],
    ['0.5', 500],
    ['0', 0],
    [' 1s ', 1000],
  ])('%j is %i ms', (text, milliseconds) => {
    expect(parseTimeSpan(text)).toBe(milliseconds)
  })

  test.each([
    '',
    ' ',
    's',
    '-5s',
    '+5s',
    '1 fortnight',
    '5 s x',
    '1,5s',
    '1e3',
    '0x10',
    'infinity',
    '5S',
    '5s\0',
    '1..5s',
    '1constructor',
    '1valueof',
  ])('%j is none', (text) => {
    expect(parseTimeSpan(text)).toBeUndefined()
  })

  test('hostile text takes no time', () => {
    const started = performance.now()
    for (const text of [
      `${'1'.repeat(60)}!`,
      `${'1 '.repeat(30)}!`,
      '1'.repeat(1_000_000),
      `${'1s'.repeat(500_000)}!`,
    ])
      expect(parseTimeSpan(text)).toBeUndefined()
    expect(performance.now() - started).toBeLessThan(200)
  })

  test.each([
    [0, '0'],
    [250, '250ms'],
    [10_000, '10s'],
    [300_000, '5min'],
    [5_400_000, '1h 30min'],
    [90_061_001, '1d 1h 1min 1s 1ms'],
  ])('%i ms is written %s, and read back as the same', (milliseconds, text) => {
    expect(formatTimeSpan(milliseconds)).toBe(text)
    expect(parseTimeSpan(text)).toBe(milliseconds)
  })
})

describe('an idle time', () => {
  test.each([
    ['10s', 10_000],
    ['1min', 60_000],
    ['1h', 3_600_000],
    ['100ms', 100],
    ['7d', 604_800_000],
    ['5min', defaultIdle],
  ])('%s is %i ms', (text, milliseconds) => {
    expect(readSetting(settings.idle, text)).toEqual({ value: milliseconds })
  })

  test.each([
    ['0', 'too short'],
    ['0s', 'too short'],
    ['99ms', 'too short'],
    ['-5s', 'not a time span'],
    ['1 fortnight', 'not a time span'],
    ['', 'not a time span'],
    ['soon', 'not a time span'],
    ['8d', 'too long'],
    ['1y', 'not a time span'],
    ['10s\n', 'not a time span'],
    ['10s;id', 'not a time span'],
    ['$(id)', 'not a time span'],
  ])('%j is none: %s', (text, reason) => {
    const read = readSetting(settings.idle, text)
    expect('fault' in read && speak.inputFault(read.fault)).toContain(reason)
  })
})
