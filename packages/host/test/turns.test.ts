import { expect, test } from 'vitest'
import { createTurns } from '../src/linux/turns.ts'

test('no more than the given number run at once, and all get their turn in order', async () => {
  const inTurn = createTurns(2)
  const began: number[] = []
  let running = 0
  let most = 0
  await Promise.all(
    [1, 2, 3, 4, 5].map((number) =>
      inTurn(async () => {
        began.push(number)
        running += 1
        most = Math.max(most, running)
        await Promise.resolve()
        running -= 1
      }),
    ),
  )
  expect(most).toBe(2)
  expect(began).toEqual([1, 2, 3, 4, 5])
})

test('a task that fails gives its turn on', async () => {
  const inTurn = createTurns(1)
  const failed = inTurn(() => Promise.reject(new Error('no')))
  await expect(Promise.all([inTurn(() => Promise.resolve('yes'))])).resolves.toEqual(['yes'])
  await expect(failed).rejects.toThrow('no')
})
