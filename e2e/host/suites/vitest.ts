import { execa } from 'execa'
import { existsSync } from 'node:fs'
import { readFile, rm } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { repository } from '../directories.ts'
import { ensurePackage } from '../package-file.ts'
import type { Debian } from '../suite.ts'
import { noReport, type Tally } from './tally.ts'

export const unitTests = (): Promise<Tally> => vitest('unit', [])

/** Two lanes side by side, each with a host of its own (e2e/system/setup.ts), of the Debian asked for. */
export const systemTests = async (debian: Debian): Promise<Tally[]> => {
  // Both lanes install the same package; made here, it is made once.
  await ensurePackage()
  return Promise.all(
    ['first', 'second'].map((lane) =>
      vitest(`system-${lane}`, ['--config', 'e2e/vitest.system.config.ts'], {
        PILOT_TEST_DEBIAN: debian,
        PILOT_TEST_LANE: lane,
      }),
    ),
  )
}

/** 20,000 cold starts of 200 tenants; the system tests have 500. */
export const coldStarts = async (debian: Debian): Promise<Tally> => {
  await ensurePackage()
  return vitest('cold-starts', ['--config', 'e2e/vitest.system.config.ts', 'cold-starts'], {
    PILOT_TEST_DEBIAN: debian,
    PILOT_COLD_STARTS: '20000',
  })
}

/** What needs a kernel with every control group controller, on an emulated processor (e2e/slow). */
export const slowTests = (): Promise<Tally> => vitest('slow', ['--config', 'e2e/vitest.slow.config.ts'])

const vitest = async (name: string, args: string[], env: Record<string, string> = {}): Promise<Tally> => {
  const report = join(repository, 'artifacts', `${name}.json`)
  await rm(report, { force: true })
  const { exitCode } = await execa(
    'pnpm',
    [
      'exec',
      'vitest',
      'run',
      ...args,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    { cwd: repository, env, stdin: 'ignore', stdout: 'inherit', stderr: 'inherit', reject: false },
  )
  if (!existsSync(report)) return noReport(name, 'vitest')
  return tally(name, exitCode, JSON.parse(await readFile(report, 'utf8')) as Report)
}

/** The parts used here of what vitest's JSON reporter writes. */
interface Report {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numPendingTests: number
  readonly numTodoTests: number
  readonly testResults: readonly {
    readonly name: string
    readonly status: string
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[]
  }[]
}

export const tally = (name: string, exitCode: number | undefined, report: Report): Tally => {
  const failures = report.testResults.flatMap(({ name: file, status, assertionResults }) => {
    const failed = assertionResults.filter((test) => test.status === 'failed').map((test) => test.fullName)
    // A file that cannot even be loaded, or whose beforeAll fails, has no failed test of its own.
    return status === 'failed' && failed.length === 0 ? [relative(repository, file)] : failed
  })
  // An error outside every test, such as an unhandled rejection.
  if (failures.length === 0 && exitCode !== 0) failures.push(`${name}: vitest ended with ${exitCode}`)
  return {
    passed: report.numPassedTests,
    failed: failures.length,
    skipped: report.numPendingTests + report.numTodoTests,
    failures,
  }
}
