import { execa } from 'execa'
import { join } from 'node:path'
import { repository } from './repository.ts'

const apps = ['apps/agent', 'apps/cli', 'apps/compare', 'apps/user-rest-api', 'packages/activation']

/** Runs the `build` script of everything that is shipped. Bundling takes well under a second each. */
export const buildApps = async (): Promise<void> => {
  await Promise.all(
    apps.map((app) =>
      execa(process.execPath, ['--run', 'build'], {
        cwd: join(repository, app),
        stdout: 'ignore',
        stderr: 'inherit',
      }),
    ),
  )
}
