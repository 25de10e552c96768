import { join } from 'node:path'
import { build } from 'esbuild'

/** Writes `contract.mjs`, which needs nothing but Node, into `directory`. */
export const bundleContract = (directory: string): Promise<unknown> =>
  build({
    absWorkingDir: import.meta.dirname,
    entryPoints: ['contract.ts'],
    outdir: directory,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    target: 'node26',
    format: 'esm',
    // Loaded where they are installed; they never are.
    external: ['pg-native', 'pg-cloudflare', 'usocket', 'x11'],
    // dbus-next and pg are CommonJS.
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
  })

if (import.meta.main) await bundleContract(process.argv[2] ?? join(import.meta.dirname, '../dist'))
