import { execa } from 'execa'
import { repository } from '../directories.ts'
import type { Tally } from './tally.ts'

/** The root scripts that read the sources. Each counts as one test of its name. */
export const checks = (): Promise<Tally[]> =>
  Promise.all(['lint', 'typecheck', 'format:check', 'knip', 'cycles'].map((script) => check(script)))

const check = async (script: string): Promise<Tally> => {
  const started = performance.now()
  const { exitCode, all } = await execa('pnpm', ['run', '--silent', script], {
    cwd: repository,
    env: { TURBO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1' },
    stdin: 'ignore',
    all: true,
    reject: false,
  })
  const good = exitCode === 0
  console.error(
    `[unit] ${script} ${good ? 'ok' : 'failed'} ${((performance.now() - started) / 1000).toFixed(1)} s`,
  )
  if (good) return { passed: 1, failed: 0, skipped: 0, failures: [] }
  console.error(all)
  return { passed: 0, failed: 1, skipped: 0, failures: [script] }
}
