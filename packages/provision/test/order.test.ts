import { allParts } from '@pilot/contract'
import { expect, test } from 'vitest'
import { making, removing } from '../src/engine/order.ts'

test('steps are made in this order, which is also that in which parts are listed', () => {
  const order = ['account', 'directories', 'database', 'units', 'socket', 'route']
  expect(making.map(({ name }) => name)).toEqual(order)
  expect(allParts).toEqual(order)
})

test('steps are taken away visitors first, then programs, then data, the files last', () =>
  expect(removing.map(({ name }) => name)).toEqual([
    'route',
    'socket',
    'units',
    'database',
    'account',
    'directories',
  ]))
