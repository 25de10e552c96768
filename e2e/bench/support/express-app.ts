import { join } from 'node:path'
import { build } from 'esbuild'

/** Writes Express, pg and what they need into one CommonJS file, so that nothing is installed on the host. */
export const bundleExpressApp = async (file: string): Promise<void> => {
  await build({
    entryPoints: [join(import.meta.dirname, '../programs/express.mjs')],
    outfile: file,
    bundle: true,
    platform: 'node',
    target: 'node26',
    format: 'cjs',
    legalComments: 'none',
    // pg tries it, and does without it.
    external: ['pg-native'],
  })
}
