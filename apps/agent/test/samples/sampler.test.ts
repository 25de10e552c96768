import { describe, expect, test } from 'vitest'
import { fullRoom, memoryOfGroups, roomOfRun, type MemoryRead } from '../../src/samples/memory-of-groups.ts'
import { begin, line, mebibyte, rowsOf, spansOf, startSampler, unitEvent } from './support.ts'

const finest = (trial: ReturnType<typeof startSampler>) => spansOf(trial.database, 'host_samples', 10)

describe('a sample', () => {
  test('is of the ten seconds that end now, also where the timer is late or early', () => {
    for (const late of [0, 0.2, 4.9, -0.1]) {
      const trial = startSampler(begin + 10 + late)
      trial.run()
      expect(finest(trial).map(({ at }) => at)).toEqual([begin])
    }
  })

  test('leaves null what the machine has no controller for, and 0 what nobody uses', () => {
    const trial = startSampler(begin + 10)
    trial.run()
    expect(finest(trial)[0]).toMatchObject({
      tenants: 1,
      awake: 0,
      processes: 0,
      pss: 0,
      memory: null,
      tasks: null,
    })
    trial.machine.running = [{ memory: 5, tasks: 3 }]
    trial.pass(10)
    expect(spansOf(trial.database, 'tenant_samples', 10)).toMatchObject([
      { memory: 5, tasks: 3, pss: 10 * mebibyte },
    ])
    trial.machine.pss = null
    trial.machine.running = [{ pids: [101] }]
    trial.pass(10)
    expect(finest(trial).at(-1)).toMatchObject({ awake: 1, pss: null })
  })

  test('is stored once, however many runs there are in its ten seconds', () => {
    const trial = startSampler(begin + 10)
    trial.machine.running = [{ cpu: 1000 }]
    trial.run()
    trial.machine.running = [{ cpu: 5000 }]
    trial.run()
    expect(finest(trial)).toHaveLength(1)
    trial.pass(10)
    expect(spansOf(trial.database, 'tenant_samples', 10).map(({ cpu }) => cpu)).toEqual([null, 4000])
  })

  test('counts processor time from the sample before, and of a new run from its start', () => {
    const trial = startSampler(begin + 10)
    trial.run()
    trial.machine.running = [{ cpu: 70_000 }]
    trial.machine.slices = 75_000
    trial.pass(10)
    trial.machine.running = [{ cpu: 90_000 }]
    trial.machine.slices = 95_000
    trial.pass(10)
    trial.machine.running = [{ cpu: 30_000 }]
    trial.machine.slices = 125_000
    trial.pass(10)
    const cpu = (table: string) => spansOf(trial.database, table, 10).map((row) => row['cpu'])
    expect(cpu('tenant_samples')).toEqual([70_000, 20_000, 30_000])
    expect(cpu('host_samples')).toEqual([null, 75_000, 20_000, 30_000])
  })

  test('after a pause tells no processor time, which would be of another time', () => {
    const trial = startSampler(begin + 10)
    trial.machine.running = [{ cpu: 1000 }]
    trial.run()
    trial.machine.now += 3600
    trial.machine.running = [{ cpu: 900_000 }]
    trial.run()
    expect(finest(trial).at(-1)?.['cpu']).toBeNull()
  })

  test('counts the managers of tenants that sleep in user scope', () => {
    const trial = startSampler(begin + 10)
    trial.machine.users = new Map(Array.from({ length: 30 }, (_, index) => [index, `u${index}`]))
    trial.run()
    expect(finest(trial)[0]).toMatchObject({ awake: 0, processes: 60, pss: 600 * mebibyte })
    expect(new Set(trial.machine.reads).size).toBeLessThan(30)
  })
})

describe('memory', () => {
  const groups = new Map(Array.from({ length: 50 }, (_, index) => [`t${index}`, [index]]))

  const crowd = (from: number, to: number) =>
    new Map(Array.from({ length: to - from }, (_, index) => [`t${from + index}`, [from + index]]))
  const unknownOf = ({ memory }: MemoryRead): number =>
    Object.values(memory).filter(({ pss }) => pss === null).length

  test('that was read before is read of some at a time, and in turn', () => {
    const reads: number[] = []
    const meter = { pss: (pid: number) => (reads.push(pid), mebibyte) }
    const read = (before: MemoryRead['memory'], run: number) => {
      const begun = reads.length
      return memoryOfGroups({
        meter,
        groups,
        before,
        run,
        room: 50,
        mayGoOn: () => reads.length < begun + 25,
      }).memory
    }
    const first = read({}, 1)
    expect(new Set(reads).size).toBe(50)
    const second = read(first, 2)
    expect(Object.values(second).filter(({ run }) => run === 2)).toHaveLength(25)
    expect(Object.values(read(second, 3)).every(({ run }) => run >= 2)).toBe(true)
  })

  test('of what is new is read as a whole or, where there is no room for all, not yet', () => {
    const read = (room: number) =>
      memoryOfGroups({ meter: { pss: () => 1 }, groups, before: {}, run: 1, room, mayGoOn: () => false })
    expect(read(50)).toMatchObject({ used: 50 })
    expect(unknownOf(read(50))).toBe(0)
    expect(read(49)).toMatchObject({ used: 0 })
    expect(unknownOf(read(49))).toBe(50)
  })

  test('of more than there ever is room for is read bit by bit', () => {
    const all = crowd(0, fullRoom + 100)
    const read = (before: MemoryRead['memory'], room: number) =>
      memoryOfGroups({ meter: { pss: () => 1 }, groups: all, before, run: 1, room, mayGoOn: () => false })
    const first = read({}, fullRoom)
    expect(first.used).toBe(fullRoom)
    expect(unknownOf(first)).toBe(100)
    expect(unknownOf(read(first.memory, 100))).toBe(0)
  })

  test('of tenants that all are new in each sample is told in some of them, at a bounded cost', () => {
    const trial = startSampler(begin + 10)
    trial.run()
    for (let run = 0; run < 60; run++) {
      trial.machine.running = Array.from(crowd(run * 50, run * 50 + 50), ([name, pids]) => ({ name, pids }))
      trial.pass(10)
    }
    const told = finest(trial)
      .slice(-30)
      .map(({ pss }) => pss)
    expect(new Set(told)).toEqual(new Set([null, 500 * mebibyte]))
    expect(told.filter((pss) => pss !== null)).toHaveLength(15)
    expect(trial.machine.reads.length).toBeLessThan(fullRoom + 60 * roomOfRun + 100)
  })

  test('of a program that started anew is read first', () => {
    const known = Object.fromEntries([...groups].map(([name, pids]) => [name, { pids, pss: 1, run: 1 }]))
    const reads: number[] = []
    memoryOfGroups({
      before: known,
      run: 2,
      room: 1,
      mayGoOn: () => false,
      meter: { pss: (pid) => (reads.push(pid), 2) },
      groups: new Map([...groups, ['t49', [999]]]),
    })
    expect(reads).toEqual([999])
  })

  test('of a tenant with a thousand processes costs no more than that of others', () => {
    let reads = 0
    const pids = Array.from({ length: 1000 }, (_, pid) => pid)
    const { memory, used } = memoryOfGroups({
      before: {},
      run: 1,
      room: 20,
      mayGoOn: () => false,
      meter: { pss: () => ((reads += 1), 1000) },
      groups: new Map([['crowd', pids]]),
    })
    expect(reads).toBe(used)
    expect(used).toBeLessThanOrEqual(20)
    expect(memory['crowd']?.pss).toBe(1_000_000)
  })
})

describe('once a minute', () => {
  test('ten seconds become minutes, and minutes quarters of an hour', () => {
    const trial = startSampler()
    for (const awake of [true, false, false]) {
      trial.machine.running = awake ? [{ cpu: 0 }] : []
      trial.pass(20)
    }
    trial.machine.running = []
    trial.pass(900)
    expect(spansOf(trial.database, 'host_samples', 60)[0]).toMatchObject({
      at: begin,
      awake: 2 / 6,
      pss: Math.floor((20 * mebibyte) / 6),
      total: 4096 * mebibyte,
    })
    expect(spansOf(trial.database, 'host_samples', 900)).toHaveLength(1)
    expect(spansOf(trial.database, 'host_samples', 900)[0]?.['awake']).toBeCloseTo(2 / 90)
    expect(spansOf(trial.database, 'tenant_samples', 900)).toMatchObject([{ at: begin, pss: 10 * mebibyte }])
  })

  test('a second run writes nothing new', () => {
    const trial = startSampler()
    trial.machine.running = [{}]
    trial.pass(900)
    const tables = ['host_samples', 'tenant_samples', 'wakes', 'tenants']
    const before = tables.map((table) => rowsOf(trial.database, table))
    trial.run()
    expect(tables.map((table) => rowsOf(trial.database, table))).toEqual(before)
  })

  test('what lies before a time in which the machine was off is rolled up when it runs again', () => {
    const trial = startSampler()
    trial.machine.running = [{}]
    trial.pass(30)
    trial.machine.now += 3 * 86_400
    trial.machine.running = []
    trial.pass(120)
    expect(spansOf(trial.database, 'tenant_samples', 60).map(({ at }) => at)).not.toContain(begin)
    expect(spansOf(trial.database, 'tenant_samples', 900)).toMatchObject([{ at: begin }])
    expect(spansOf(trial.database, 'host_samples', 10).every(({ at }) => (at ?? 0) > begin + 86_400)).toBe(
      true,
    )
  })

  test('a clock that goes back loses and doubles nothing, and what it put into the future goes', () => {
    const trial = startSampler()
    trial.pass(3600)
    trial.machine.now = begin + 1800
    trial.pass(7200)
    const minutes = spansOf(trial.database, 'host_samples', 60).map(({ at }) => at)
    expect(new Set(minutes).size).toBe(minutes.length)
    expect(minutes).toHaveLength((1800 + 7200) / 60)
    trial.machine.now = begin + 400 * 86_400
    trial.run()
    trial.machine.now = begin + 9020
    trial.pass(3700)
    expect(rowsOf(trial.database, 'host_samples').every(({ at }) => (at ?? 0) <= trial.machine.now)).toBe(
      true,
    )
  })

  test('the journal tells of runs between two samples, and how long each was', () => {
    const trial = startSampler()
    trial.machine.slices = 1
    trial.machine.trusted.push(
      ...[unitEvent('starting', 12), unitEvent('started', 12.02), unitEvent('succeeded', 14)],
      ...[unitEvent('starting', 28), unitEvent('started', 28.02), unitEvent('succeeded', 31)],
    )
    trial.pass(60)
    expect(spansOf(trial.database, 'tenant_samples', 10)).toMatchObject([
      { at: begin + 10, awake: 2000, wakes: 1, pss: null },
      { at: begin + 20, awake: 2000, wakes: 1 },
      { at: begin + 30, awake: 1000, wakes: 0 },
    ])
    expect(spansOf(trial.database, 'tenant_samples', 60)).toMatchObject([
      { awake: 5000, wakes: 2, pss: null },
    ])
    expect(spansOf(trial.database, 'host_samples', 60)).toMatchObject([{ wakes: 2 }])
    expect(rowsOf(trial.database, 'tenants')).toMatchObject([{ wakes: 2, awake: 5000 }])
  })

  test('nobody asks the journal where no tenant has used any processor time', () => {
    const trial = startSampler()
    trial.pass(600)
    expect(trial.machine.asked).toBe(1)
    trial.machine.slices = 1
    trial.pass(60)
    expect(trial.machine.asked).toBe(2)
  })

  test('samples are taken also where the journal does not answer, and wakes are what they see', () => {
    const trial = startSampler()
    trial.machine.journalFails = true
    trial.pass(20)
    trial.machine.running = [{}]
    trial.pass(40)
    expect(trial.troubles).toHaveLength(2)
    expect(spansOf(trial.database, 'tenant_samples', 60)).toMatchObject([{ wakes: 1, awake: 35_000 }])
  })

  test('a run whose end nobody told ends with the last sample that saw it', () => {
    const trial = startSampler()
    trial.machine.slices = 1
    trial.machine.trusted.push(unitEvent('starting', 1), unitEvent('started', 1.02))
    trial.machine.running = [{}]
    trial.pass(120)
    trial.machine.now += 86_400
    trial.machine.running = []
    trial.machine.slices = 2
    trial.pass(120)
    expect(rowsOf(trial.database, 'wakes')[0]?.['ended']).toBe((begin + 120) * 1e6)
  })

  test('a tenant that was deleted takes with it what the journal still has', () => {
    const trial = startSampler()
    trial.machine.slices = 1
    trial.machine.tenants = []
    trial.machine.trusted.push(unitEvent('starting', 12), unitEvent('started', 12.02))
    trial.machine.told.push(line('pilot: awake since 1767225612010.0, ready after 9.0 ms', 12.03))
    trial.pass(60)
    expect(rowsOf(trial.database, 'wakes')).toEqual([])
    expect(rowsOf(trial.database, 'tenants')).toEqual([])
  })
})
