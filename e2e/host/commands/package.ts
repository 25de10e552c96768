import { execa } from 'execa'
import { join } from 'node:path'
import { repository } from '../directories.ts'

/** Builds the Debian package for a server; options are those of packaging/build.ts. Gives the exit code. */
export const buildPackage = async (options: readonly string[]): Promise<number> => {
  const { exitCode } = await execa(process.execPath, [join(repository, 'packaging/build.ts'), ...options], {
    cwd: repository,
    stdio: 'inherit',
    reject: false,
  })
  return exitCode ?? 1
}
