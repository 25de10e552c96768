import { pilotMethods } from '@pilot/api/client'
import { outcomes } from '@pilot/contract'
import { expect, test } from 'vitest'
import * as de from '../messages/de/words.ts'
import * as en from '../messages/en/words.ts'
import { actionGroups } from '../src/features/audit/action-groups.ts'

test.each([
  ['en', en],
  ['de', de],
])('every action and every result has words: %s', (_locale, { actions, results }) => {
  expect(Object.keys(actions).toSorted()).toEqual(
    // What the agent does by itself is told as well.
    [...Object.keys(pilotMethods), 'upgrade'].toSorted(),
  )
  expect(Object.keys(results).toSorted()).toEqual(['done', ...Object.keys(outcomes)].toSorted())
})

test('the filter offers every action that is audited', () => {
  const changing = Object.entries(pilotMethods).filter(([, { effect }]) => effect === 'change')
  expect(actionGroups.flatMap(({ actions }) => [...actions]).toSorted()).toEqual(
    changing.map(([name]) => name).toSorted(),
  )
})
