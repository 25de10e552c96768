import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pilotMethods } from '@pilot/api/client'
import { rolldown, type OutputOptions, type Plugin, type RolldownBuild } from 'rolldown'
import { fieldFlags } from './src/settings/field-flags.ts'

// Most of a short command's time is reading and running what it is made of. So what the CLI never calls stays out, and
// the rest is in pieces: each `import()` of a command or of a client is a file, which holds or asks for only what is
// reached from there. Not by esbuild, whose pieces hold all of a package of which they use anything.

/** The CLI, still to be written or looked at. */
export const bundle = (): Promise<RolldownBuild> =>
  rolldown({
    cwd: import.meta.dirname,
    input: 'src/main.ts',
    platform: 'node',
    plugins: [leaveOut, workOut],
    logLevel: 'warn',
  })

/**
 * CommonJS: Node then needs no second parse to tell the format, and loads many files a little quicker. Files and what
 * they export keep their names: an update may replace what a command that still runs has yet to load.
 */
export const output: OutputOptions = {
  format: 'cjs',
  chunkFileNames: '[name].js',
  minifyInternalExports: false,
  minify: { compress: { target: 'node26' }, mangle: false, codegen: true },
  comments: false,
}

const leaveOut: Plugin = {
  name: 'leave-out',
  resolveId: {
    filter: { id: /^node:child_process$/ },
    // commander runs subcommands that are programs of their own, which there are none of: 3 ms.
    handler: (source) => `\0${source}`,
  },
  load: {
    // zod speaks English only here; the other languages are a quarter of a megabyte.
    filter: { id: [/\/zod\/v4\/locales\/index\.js$/, /^\0node:child_process$/] },
    handler: () => 'export default {}',
  },
}

// What follows from tables with schemas, and holds none itself, is in the bundle as it comes out; so neither who calls
// the agent nor who tells an error needs zod.
const workOut: Plugin = {
  name: 'work-out',
  load: {
    filter: { id: [/\/api\/src\/methods\/index\.ts$/, /\/settings\/field-flags\.ts$/] },
    handler: (id) =>
      id.endsWith('/field-flags.ts')
        ? `export const fieldFlags = ${JSON.stringify(fieldFlags)}`
        : `export const pilotMethods = ${withoutSchemas(pilotMethods)}`,
  },
}

/** All that a client reads of methods. */
const withoutSchemas = (methods: object): string =>
  JSON.stringify(methods, (key, value: unknown) => (key === 'input' ? undefined : value))

if (import.meta.main) {
  const dir = join(import.meta.dirname, 'dist')
  await rm(dir, { recursive: true, force: true })
  await using built = await bundle()
  await built.write({ ...output, dir })
}
