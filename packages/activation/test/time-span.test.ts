import { expect, test } from 'vitest'
import { parseTimeSpan } from '../src/time-span.ts'

test.each([
  ['250ms', 250],
  ['10s', 10_000],
  ['10', 10_000],
  ['1.5s', 1500],
  ['1min 30s', 90_000],
  ['1h30min', 5_400_000],
  [' 2 days ', 172_800_000],
  ['1w', 604_800_000],
])('"%s" is %d ms', (text, milliseconds) => {
  expect(parseTimeSpan(text)).toBe(milliseconds)
})

test.each(['', ' ', '-5s', '1 fortnight', 's', '5s!', 'infinity', '1..5s', '1month'])(
  '"%s" is no time span',
  (text) => {
    expect(parseTimeSpan(text)).toBeUndefined()
  },
)
