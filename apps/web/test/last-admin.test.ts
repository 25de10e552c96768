import type { Operator } from '@pilot/contract'
import { expect, test } from 'vitest'
import { isLastAdmin } from '../src/features/operators/last-admin.ts'

const operator = (name: string, changes: Partial<Operator> = {}): Operator => ({
  name,
  role: 'admin',
  state: 'active',
  secondFactor: false,
  createdAt: '2026-11-23T12:00:00.000Z',
  lastSeenAt: null,
  linkExpiresAt: null,
  ...changes,
})

test('the only admin with a password is the last one', () => {
  const operators = [
    operator('ada'),
    operator('bob', { role: 'operator' }),
    operator('cy', { state: 'invited' }),
  ]
  expect(isLastAdmin(operators, 'ada')).toBe(true)
  expect(isLastAdmin(operators, 'cy')).toBe(false)
})

test('of two admins neither is the last', () => {
  expect(isLastAdmin([operator('ada'), operator('bob')], 'ada')).toBe(false)
})
