import { build, type Plugin } from 'esbuild'

// Half of a short command's time is reading and compiling this file, so what the CLI never calls stays out of it.
const leaveOut: Plugin = {
  name: 'leave-out',
  setup: (bundle) => {
    // zod speaks English only here; the other languages are a quarter of a megabyte.
    bundle.onLoad({ filter: /\/zod\/v4\/locales\/index\.js$/ }, () => ({ contents: '' }))
  },
}

// One file, so that an installation is one copy and a start reads one file. CommonJS: Node then needs no second
// parse to tell the format. Dynamic imports stay late inside the bundle.
await build({
  absWorkingDir: import.meta.dirname,
  entryPoints: ['src/main.ts'],
  outfile: 'dist/cli.js',
  bundle: true,
  platform: 'node',
  target: 'node26',
  format: 'cjs',
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'none',
  logLevel: 'warning',
  plugins: [leaveOut],
})
