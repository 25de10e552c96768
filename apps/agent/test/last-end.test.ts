import { expect, test } from 'vitest'
import { findLastEnd } from '../src/failures/last-end.ts'
import { create, startTrial } from './support/agent.ts'

const unit = 'pilot@shop.service'

test('a program that was started again at once still tells how it ended', async () => {
  const trial = startTrial()
  await create(trial)
  const say = (message: string, pid = 1) => trial.world.log({ unit, identifier: 'systemd', pid, message })
  say(`${unit}: Main process exited, code=exited, status=3/NOTIMPLEMENTED`)
  say(`${unit}: Failed with result 'exit-code'.`)
  // Anybody may call himself systemd.
  say(`${unit}: Failed with result 'oom-kill'.`, 4711)
  say(`Starting ${unit}...`)
  expect(await findLastEnd(trial.host, unit)).toEqual({ result: 'exit-code', status: 3 })
})

test('what systemd still knows needs no journal', async () => {
  const trial = startTrial()
  await create(trial)
  trial.world.visit('pilot@shop.socket')
  trial.world.endService(unit, 'signal', 11)
  expect(await findLastEnd(trial.host, unit)).toEqual({ result: 'signal', status: 11 })
})
