import { execa } from 'execa'
import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import type { Arch } from './options.ts'

/**
 * Puts the Node runtime for that architecture into the folder and gives its path: the one that runs this program,
 * or for another machine the same version from npm's `node-linux-<arch>`.
 */
export const findRuntime = async (arch: Arch, work: string): Promise<string> => {
  const runtime = join(work, 'node')
  const own = nodeArch(arch) === process.arch
  await cp(own ? process.execPath : await fetchRuntime(arch, work), runtime)
  // Debugging symbols are a quarter of it. strip(1) knows only its own architecture.
  if (own) await execa('strip', ['--strip-unneeded', runtime], { reject: false })
  return runtime
}

const nodeArch = (arch: Arch): string => (arch === 'amd64' ? 'x64' : arch)

const fetchRuntime = async (arch: Arch, work: string): Promise<string> => {
  const name = `node-linux-${nodeArch(arch)}`
  const packed = await execa(
    'npm',
    ['pack', '--silent', '--pack-destination', work, `${name}@${process.versions.node}`],
    {
      stderr: 'inherit',
    },
  )
  await execa('tar', ['--extract', '--gzip', '--directory', work, '--file', join(work, packed.stdout.trim())])
  return join(work, 'package/bin/node')
}
