import type { TenantSample } from '@pilot/contract'
import { expect, test } from 'vitest'
import { addLook, withLooks, type Look } from '../src/features/tenant/overview/looks.ts'

const sample: TenantSample = {
  at: '2026-03-01T12:00:00.000Z',
  awakeSeconds: 15,
  wakes: 1,
  pss: 30,
  memoryCurrent: null,
  cpuSeconds: 0.6,
  tasks: 11,
}
const look = (clock: string, pss: number | null): Look => ({
  time: Date.parse(`2026-03-01T${clock}.000Z`),
  pss,
  memoryCurrent: null,
  processes: pss === null ? 0 : 1,
})

test('what the page saw goes on where the stored samples end, and covers none of them', () => {
  const points = withLooks([sample], [look('12:00:30', 31), look('12:01:05', 32), look('12:01:10', null)], 60)
  expect(points.map(({ pss, live }) => [pss, live])).toEqual([
    [30, false],
    [32, true],
    [null, true],
  ])
})

test('shares of the time are told by samples alone', () => {
  const [stored, seen] = withLooks([sample], [look('12:01:05', 32)], 60)
  expect(stored).toMatchObject({ awake: 0.25, cpu: 0.01, wakes: 1 })
  expect(seen).toMatchObject({ awake: null, cpu: null, wakes: null })
})

test('without a stored sample the page shows what it saw', () =>
  expect(withLooks([], [look('12:00:00', 5)], 60)).toHaveLength(1))

test('an hour of looks is kept', () => {
  let looks: readonly Look[] = []
  const status = { pss: 5, memoryCurrent: null, processes: [] }
  for (let time = 0; time < 800; time += 1) looks = addLook(looks, status, time)
  expect(looks).toHaveLength(720)
  expect(looks.at(-1)?.time).toBe(799)
})
