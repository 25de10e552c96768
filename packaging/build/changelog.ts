import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Options } from './options.ts'

/** The changelog that Debian's policy (12.7) asks for; changes themselves are in the history of the repository. */
export const writeChangelog = async (tree: string, { version }: Options): Promise<void> => {
  const text = `pilot (${version}) unstable; urgency=medium

  * Built from the repository at version ${version}.

 -- Pilot <pilot@localhost>  ${new Date().toUTCString().replace('GMT', '+0000')}
`
  const folder = join(tree, 'usr/share/doc/pilot')
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'changelog.gz'), gzipSync(text, { level: 9 }))
}
