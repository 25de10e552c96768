import { allParts, type StepName } from '@pilot/contract'
import { expect, test } from 'vitest'
import { making, removing } from '../src/engine/order.ts'

test('steps are made in this order, which is also that in which parts are listed', () => {
  const names = making.map(({ name }) => name)
  expect(names.filter(isNamed)).toEqual(['account', 'directories', 'database', 'units', 'socket', 'route'])
  expect(names).toEqual(allParts)
})

test('steps are taken away visitors first, then programs, then data, the files last', () => {
  const names = removing.map(({ name }) => name)
  expect(names.filter(isNamed)).toEqual(['route', 'socket', 'units', 'database', 'account', 'directories'])
  expect(names.toSorted()).toEqual(allParts.toSorted())
})

/** Those that stand for what visitors, programs, data and files wait for; another step may be between any of them. */
const isNamed = (name: StepName): boolean => named.includes(name)
const named: readonly StepName[] = ['account', 'directories', 'database', 'units', 'socket', 'route']
