import { execa } from 'execa'
import { rename } from 'node:fs/promises'
import { join } from 'node:path'
import type { Compression, Options } from './options.ts'

/** dpkg-deb(1). dpkg reads zstd from Debian 12 on; at level 1 it takes a second, and xz makes a third less of it. */
const compressions: Record<Compression, readonly string[]> = {
  fast: ['-Zzstd', '-z1'],
  small: ['-Zxz', '-z6'],
}

/** Makes the package and gives its path. The file appears whole. */
export const makeDeb = async (
  tree: string,
  { version, arch, output, compression }: Options,
): Promise<string> => {
  const name = `pilot_${version}_${arch}.deb`
  const unfinished = join(tree, '..', name)
  await execa('dpkg-deb', ['--root-owner-group', ...compressions[compression], '--build', tree, unfinished], {
    stdout: 'ignore',
    stderr: 'inherit',
  })
  await rename(unfinished, join(output, name))
  return join(output, name)
}
