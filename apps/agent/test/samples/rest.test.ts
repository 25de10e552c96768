import { describe, expect, test } from 'vitest'
import { keepCost, readCost } from '../../src/samples/cost.ts'
import { createStay, untilNextLook } from '../../src/samples/stay.ts'
import { begin, mebibyte, spansOf, startSampler } from './support.ts'

const finest = (trial: ReturnType<typeof startSampler>) => spansOf(trial.database, 'host_samples', 10)

/** One look a minute, as pilot-sample-rest.timer has it taken. */
const rest = (trial: ReturnType<typeof startSampler>, minutes: number): void => {
  for (let minute = 0; minute < minutes; minute += 1) {
    trial.machine.now += 60
    trial.run()
  }
}

describe('while all sleep', () => {
  test('a look a minute tells of all its spans', () => {
    const trial = startSampler()
    rest(trial, 3)
    expect(finest(trial).map(({ at }) => at)).toEqual(
      Array.from({ length: 13 }, (_, index) => begin + 50 + index * 10),
    )
    expect(finest(trial).every(({ awake, pss, wakes }) => [awake, pss, wakes].every((is) => is === 0))).toBe(
      true,
    )
    expect(spansOf(trial.database, 'host_samples', 60)).toHaveLength(3)
  })

  test('what they use between two looks is told once', () => {
    const trial = startSampler()
    rest(trial, 1)
    trial.machine.slices = 70_000
    rest(trial, 1)
    expect(finest(trial).map(({ cpu }) => cpu)).toEqual([null, 0, 0, 0, 0, 0, 70_000])
    expect(spansOf(trial.database, 'host_samples', 60).at(-1)?.['cpu']).toBe(70_000)
  })

  test('a minute in which one wakes weighs by the time for which it was awake', () => {
    const trial = startSampler()
    rest(trial, 1)
    trial.machine.now += 30
    trial.machine.running = [{}]
    trial.pass(30)
    expect(spansOf(trial.database, 'host_samples', 60).at(-1)).toMatchObject({
      at: begin + 60,
      awake: 3 / 6,
      pss: 5 * mebibyte,
      wakes: 1,
    })
  })

  test('a minute without its look is a gap', () => {
    const trial = startSampler()
    rest(trial, 1)
    trial.machine.now += 60
    rest(trial, 1)
    expect(finest(trial).map(({ at }) => at)).toEqual([begin + 50, begin + 170])
  })

  test('PID 1 is weighed at each look, and each minute while one is awake', () => {
    const trial = startSampler()
    rest(trial, 5)
    const weighed = () => trial.machine.reads.filter((pid) => pid === 1).length
    expect(weighed()).toBe(5)
    trial.machine.running = [{}]
    trial.pass(120)
    expect(weighed()).toBe(7)
  })
})

test('what a sampler that ended has not seen of programs that ran stays a gap', () => {
  const trial = startSampler()
  trial.machine.running = [{}]
  trial.pass(10)
  trial.machine.now += 30
  trial.pass(10)
  expect(finest(trial).map(({ at }) => at)).toEqual([begin, begin + 40])
})

describe('the sampler', () => {
  test('leaves once all have slept for a minute, whoever wakes meanwhile', () => {
    const stays = createStay()
    const seen = [0, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0]
    expect(seen.map((awake) => stays(awake))).toEqual([...seen.slice(1).map(() => true), false])
  })

  test('leaves after an hour, also where somebody is awake', () => {
    const stays = createStay()
    const looks = Array.from({ length: 360 }, () => stays(1))
    expect(looks.indexOf(false)).toBe(359)
  })

  test.each([
    [0, 10],
    [0.2, 9.8],
    [4.9, 5.1],
    [-0.1, 10.1],
    [6, 14],
  ])('that looked %d s after the end of a span looks again in %d s', (late, seconds) => {
    expect(untilNextLook(begin + late)).toBeCloseTo(seconds)
  })
})

describe('what sampling costs', () => {
  const costOf = (looks: readonly (readonly [number, number])[]) => {
    const { database } = startSampler()
    for (const [at, milliseconds] of looks) keepCost(database, begin + at, milliseconds * 1000)
    return readCost(database)
  }

  test('is of the time that the looks tell of, ten seconds each or a minute', () => {
    expect(costOf([])).toBeNull()
    expect(costOf([[0, 10]])?.ofCore).toBeCloseTo(0.001)
    expect(
      costOf([
        [0, 40],
        [60, 40],
        [120, 40],
        [130, 40],
      ]),
    ).toMatchObject({ runs: 4, cpuMilliseconds: 40, ofCore: 0.16 / 140 })
  })

  test('is not less for a time in which the machine was off', () => {
    expect(
      costOf([
        [0, 10],
        [1800, 50],
      ])?.ofCore,
    ).toBeCloseTo(0.06 / 70)
  })
})
