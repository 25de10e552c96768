import { expect, test } from 'vitest'
import { inBatches } from '../src/linux/in-batches.ts'

const recorded = (fails: (item: number) => boolean = () => false) => {
  const calls: (readonly number[])[] = []
  const double = inBatches(async (items: readonly number[]) => {
    calls.push(items)
    await Promise.resolve()
    if (items.some(fails)) throw new Error(`cannot ${items.join()}`)
    return items.map((item) => item * 2)
  })
  return { calls, double }
}

test('what is asked at once goes by one call, and each gets its own answer', async () => {
  const { calls, double } = recorded()
  expect(await Promise.all([1, 2, 3].map(double))).toEqual([2, 4, 6])
  expect(calls).toEqual([[1, 2, 3]])
})

test('what comes while a call runs waits for the next one, together', async () => {
  const { calls, double } = recorded()
  const first = double(1)
  await Promise.resolve().then(() => undefined)
  expect(calls).toEqual([[1]])
  expect(await Promise.all([first, double(2), double(3)])).toEqual([2, 4, 6])
  expect(calls).toEqual([[1], [2, 3]])
})

test('one that fails does not fail the others', async () => {
  const { calls, double } = recorded((item) => item === 2)
  const outcomes = await Promise.allSettled([1, 2, 3].map(double))
  expect(outcomes).toMatchObject([
    { value: 2 },
    { status: 'rejected', reason: { message: 'cannot 2' } },
    { value: 6 },
  ])
  expect(calls).toEqual([[1, 2, 3], [1], [2], [3]])
})

test('after a quiet time it calls again', async () => {
  const { calls, double } = recorded()
  await double(1)
  await double(2)
  expect(calls).toEqual([[1], [2]])
})
