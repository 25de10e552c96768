import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'esbuild'

// CommonJS: outside of a package Node takes `.js` for that.
await build({
  absWorkingDir: import.meta.dirname,
  entryPoints: ['src/main.ts'],
  outfile: 'dist/compare.js',
  bundle: true,
  platform: 'node',
  target: 'node26',
  format: 'cjs',
  minifySyntax: true,
  legalComments: 'none',
  logLevel: 'warning',
})
await cp(
  join(import.meta.dirname, 'app/compared-app.mjs'),
  join(import.meta.dirname, 'dist/compared-app.mjs'),
)
