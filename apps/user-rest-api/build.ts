import { createHash } from 'node:crypto'
import { appendFile, chmod, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as esbuild from 'esbuild'

/**
 * Loads pg's cryptography only when it is used, which peer authentication never does: node:crypto alone would
 * cost 10 ms of every start.
 */
const lazyCrypto: esbuild.Plugin = {
  name: 'lazy-crypto',
  setup(build) {
    build.onResolve({ filter: /^\.\/crypto\/(utils|sasl)$/ }, ({ path, resolveDir, importer }) =>
      importer.endsWith('/pg/lib/client.js')
        ? { path: join(resolveDir, path), namespace: 'lazy' }
        : undefined,
    )
    build.onLoad({ filter: /.*/, namespace: 'lazy' }, ({ path }) => ({
      contents: `module.exports = new Proxy({}, { get: (_, name) => require(${JSON.stringify(path)})[name] })`,
      resolveDir: '/',
    }))
  },
}

/**
 * Writes `user-rest-api` (the launcher), `app.cjs` and `make-cache.cjs`. The launcher finds the others beside
 * itself, also when it is called by a symlink.
 */
export const bundle = async (directory: string): Promise<void> => {
  await esbuild.build({
    absWorkingDir: import.meta.dirname,
    entryPoints: { app: 'src/main.ts', launcher: 'src/launcher.ts', 'make-cache': 'src/make-cache.ts' },
    outdir: directory,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    platform: 'node',
    target: 'node26',
    format: 'cjs',
    charset: 'ascii',
    minify: true,
    legalComments: 'none',
    plugins: [lazyCrypto],
    // pg loads them only where they are installed; they never are.
    external: ['pg-native', 'pg-cloudflare'],
  })
  await markBuild(join(directory, 'app.cjs'))
  await makeExecutable(join(directory, 'launcher.cjs'), join(directory, 'user-rest-api'))
}

/** By this mark at its end the launcher tells whether a code cache belongs to this very build. */
const markBuild = async (path: string): Promise<void> => {
  const digest = createHash('sha256').update(await readFile(path))
  await appendFile(path, `//${digest.digest('hex').slice(0, 16)}`)
}

const makeExecutable = async (script: string, executable: string): Promise<void> => {
  await writeFile(executable, `#!/usr/lib/pilot/bin/node\n${await readFile(script, 'utf8')}`)
  await chmod(executable, 0o755)
  await rm(script)
}

if (import.meta.main) await bundle(join(import.meta.dirname, 'dist'))
