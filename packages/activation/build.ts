import { join } from 'node:path'
import { build } from 'esbuild'

/** Writes `preload.mjs` for NODE_OPTIONS, and `index.mjs` for programs that use the package. */
export const bundle = (directory: string): Promise<unknown> =>
  build({
    absWorkingDir: import.meta.dirname,
    entryPoints: ['src/preload.ts', 'src/index.ts'],
    outdir: directory,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    legalComments: 'none',
  })

if (import.meta.main) await bundle(join(import.meta.dirname, 'dist'))
