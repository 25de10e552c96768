import type { Host, Outcome } from '../../host/index.ts'

/** What tests say to a host: `pilot ...`, and programs as root. */
export const speakTo = (host: Pick<Host, 'exec' | 'run'>) => {
  /** Runs `pilot ...` as root on the host. Never throws for an exit code. */
  const pilot = (...args: string[]): Promise<Outcome> => host.exec(['pilot', ...args])

  /** Runs `pilot ...` and fails the test with everything it said if it does not exit with 0. */
  const mustPilot = async (...args: string[]): Promise<Outcome> => {
    const outcome = await pilot(...args)
    if (outcome.exitCode !== 0)
      throw new Error(
        `pilot ${args.join(' ')} exited with ${outcome.exitCode}\n${outcome.stdout}\n${outcome.stderr}`,
      )
    return outcome
  }

  /** Runs a program as root on the host and gives its trimmed output; fails if it does not exit with 0. */
  const run = async (...argv: string[]): Promise<string> => (await host.run(argv)).trim()

  /** Runs a shell script as root on the host; fails if it does not exit with 0. */
  const shell = (script: string): Promise<string> => run('bash', '-euo', 'pipefail', '-c', script)

  /** Removes a tenant with all its data, whatever state it is in. */
  const purge = async (name: string): Promise<void> => {
    await pilot('delete-tenant', '--name', name, '--purge')
  }

  return { pilot, mustPilot, run, shell, purge }
}
