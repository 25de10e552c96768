import { expect, test } from 'vitest'
import { ask } from './client.ts'
import { program, start } from './programs.ts'
import { Supervisor } from './supervisor.ts'

test('200 POSTs around an idle time of 50 ms: none is lost', { timeout: 60_000 }, async () => {
  await using supervisor = await start('echo.cjs', '50ms')
  expect(await countLost(supervisor, 200)).toBe(0)
  expect(supervisor.starts).toBeGreaterThan(30)
  expect(new Set(supervisor.ends)).toEqual(new Set([0]))
})

test(
  'the same POSTs get lost where the program leaves by the clock: this measurement can fail',
  { timeout: 60_000 },
  async () => {
    await using supervisor = await Supervisor.start(program('naive.cjs'))
    expect(await countLost(supervisor, 60)).toBeGreaterThan(0)
  },
)

/** Asks with gaps of 40 to 60 ms, without a second try. */
const countLost = async (supervisor: Supervisor, count: number): Promise<number> => {
  let lost = 0
  for (let asked = 0; asked < count; asked += 1) {
    const answer = await supervisor.during(() =>
      ask(supervisor.path, { method: 'POST', body: 'echo' }).catch(String),
    )
    if (answer !== 'echo') lost += 1
    await new Promise((resolve) => setTimeout(resolve, 40 + (asked % 21)))
  }
  return lost
}
