import { describe, expect, it } from 'vitest'
import { tallyUi } from '../host/suites/playwright.ts'
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

describe('a report of Playwright', () => {
  const spec = (title: string, ok: boolean) => ({ title, ok })

  it('counts by its statistics and names what failed, however deep', () => {
    const report = {
      stats: { expected: 3, skipped: 1 },
      suites: [
        {
          title: 'a.test.ts',
          specs: [spec('holds', true), spec('fails', false)],
          suites: [{ title: 'deep', specs: [spec('fails too', false)] }],
        },
      ],
    }
    expect(tallyUi(1, report)).toEqual({
      passed: 3,
      failed: 2,
      skipped: 1,
      failures: ['a.test.ts fails', 'deep fails too'],
    })
  })

  it('without a failed test is a failure all the same where Playwright ended with an error', () => {
    expect(tallyUi(1, { stats: { expected: 0, skipped: 0 }, suites: [] })).toMatchObject({ failed: 1 })
  })
})
