import { expect, it } from 'vitest'
import { tally } from '../host/suites/vitest.ts'

const report = (testResults: Parameters<typeof tally>[2]['testResults']): Parameters<typeof tally>[2] => ({
  numPassedTests: 3,
  numFailedTests: 0,
  numPendingTests: 1,
  numTodoTests: 1,
  testResults,
})

it('counts what passed and what was skipped', () => {
  expect(tally('unit', 0, report([]))).toEqual({ passed: 3, failed: 0, skipped: 2, failures: [] })
})

it('a file that could not be loaded is a failure', () => {
  const result = tally(
    'unit',
    1,
    report([{ name: '/x/broken.test.ts', status: 'failed', assertionResults: [] }]),
  )
  expect(result.failed).toBe(1)
})

it('an error outside every test is a failure', () => {
  expect(tally('unit', 1, report([]))).toMatchObject({ failed: 1, failures: ['unit: vitest ended with 1'] })
})
