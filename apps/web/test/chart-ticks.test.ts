import { describe, expect, it, test } from 'vitest'
import { placeIn } from '../src/components/chart/place-in.ts'
import { linearTicks, logTicks, needsLog, thin } from '../src/components/chart/ticks.ts'

const kib = 1024
const mib = 1024 ** 2

describe('linear ticks', () => {
  it.each([
    [0, 1000, [0]],
    [7, 1000, [0, 2, 4, 6, 8]],
    [100, 1000, [0, 50, 100]],
    [330, 1000, [0, 100, 200, 300, 400]],
    [0.031, 1000, [0, 0.01, 0.02, 0.03, 0.04]],
  ])('up to %d', (most, base, ticks) =>
    expect(linearTicks(most, { base }).map((tick) => Number(tick.toPrecision(6)))).toEqual(ticks),
  )

  it('are powers of two for sizes, so that each is a round number of its unit', () => {
    expect(linearTicks(21 * mib, { base: 1024 })).toEqual([0, 8, 16, 24].map((size) => size * mib))
    expect(linearTicks(1.4 * 1024 * mib, { base: 1024 })).toEqual(
      [0, 512, 1024, 1536].map((size) => size * mib),
    )
  })

  it('enclose the largest value', () => {
    for (let most = 1; most < 1e9; most *= 1.37) {
      for (const base of [1000, 1024])
        expect(linearTicks(most, { base }).at(-1)).toBeGreaterThanOrEqual(most * (1 - 1e-9))
    }
  })
})

describe('logarithmic ticks', () => {
  it('enclose every value in whole decades, with 1 MiB after 100 KiB', () => {
    expect(logTicks([14 * kib, 21 * mib], { base: 1024 })).toEqual([
      10 * kib,
      100 * kib,
      mib,
      10 * mib,
      100 * mib,
    ])
    expect(logTicks([2.1, 177])).toEqual([1, 10, 100, 1000])
  })

  it('are at least two for one value, and leave out what a logarithm cannot show', () => {
    expect(logTicks([10])).toEqual([10, 100])
    expect(logTicks([0, -4, 300])).toEqual([100, 1000])
    expect(logTicks([])).toEqual([1, 10])
  })
})

test('a logarithmic scale is offered from a hundredfold on, and 0 is no reason for it', () => {
  expect(needsLog([1, 99])).toBe(false)
  expect(needsLog([1, 100])).toBe(true)
  expect(needsLog([0, 5, 7])).toBe(false)
  expect(needsLog([])).toBe(false)
})

test('labels that would touch are left out', () =>
  expect(thin([0, 10, 20, 30], (tick) => tick * 4, 72)).toEqual([0, 20]))

test('a value has its place among edges that are drawn equally far apart', () => {
  expect(placeIn([0, 5, 10, 100], 2.5)).toBe(0.5)
  expect(placeIn([0, 5, 10, 100], 55)).toBe(2.5)
  expect(placeIn([20, 40], 5)).toBe(0)
  expect(placeIn([20, 40], 400)).toBe(1)
})
