import { build } from 'esbuild'
import { join } from 'node:path'
import { repository } from './repository.ts'

/** caddy-config.ts and what it imports, as one file. */
export const bundleCaddyConfig = async (): Promise<Uint8Array> => {
  const { outputFiles } = await build({
    entryPoints: [join(repository, 'packaging/src/caddy-config.ts')],
    bundle: true,
    write: false,
    platform: 'node',
    target: 'node26',
    // Node takes `.js` outside of a package for CommonJS.
    format: 'cjs',
    legalComments: 'none',
  })
  const [output] = outputFiles
  if (output === undefined) throw new Error('esbuild wrote nothing')
  return output.contents
}
