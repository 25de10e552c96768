import { execa } from 'execa'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { repository } from '../../host/directories.ts'
import type { Host } from '../../host/index.ts'

/** Builds the package in that version, and puts it into the host. Gives its path there. */
export const putPackage = async (host: Host, version: string): Promise<string> => {
  const output = await mkdtemp(join(tmpdir(), 'pilot-package-'))
  try {
    const built = await execa(process.execPath, [
      join(repository, 'packaging/build.ts'),
      '--version',
      version,
      '--output',
      output,
    ])
    const path = built.stdout.trim().split('\n').at(-1) ?? ''
    const inside = `/var/cache/${basename(path)}`
    await host.run(['sh', '-c', 'cat >"$1"', 'sh', inside], { input: await readFile(path) })
    return inside
  } finally {
    await rm(output, { recursive: true, force: true })
  }
}

/** apt-get, asking nothing; gives what it said. */
export const apt = (host: Host, ...args: string[]): Promise<string> =>
  host.run(['apt-get', '--yes', '--quiet', ...args], {
    env: { DEBIAN_FRONTEND: 'noninteractive' },
    timeout: 120_000,
  })
