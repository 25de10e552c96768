import { execa } from 'execa'
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { repository } from './directories.ts'

/** A hash of everything that goes into the package, as it stands in the folder now, committed or not. */
export const hashSources = async (): Promise<string> => {
  const content = createHash('sha256')
  for (const path of await listSources())
    content
      .update(path)
      .update('\0')
      .update(await readFile(join(repository, path)).catch(() => ''))
  return content.digest('hex')
}

const parts = ['apps', 'packages', 'packaging', 'tooling', 'package.json', 'pnpm-lock.yaml', 'tsconfig.json']

const listSources = async (): Promise<string[]> => {
  const { stdout } = await execa(
    'git',
    // git refuses a folder of another user, and root often works in somebody's clone.
    [
      '-c',
      'safe.directory=*',
      'ls-files',
      '-z',
      '--cached',
      '--others',
      '--exclude-standard',
      '--',
      ...parts,
    ],
    { cwd: repository },
  )
  return stdout.split('\0').filter((path) => path !== '' && !path.includes('/test/'))
}
