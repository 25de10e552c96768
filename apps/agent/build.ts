import { build, type Plugin } from 'esbuild'

// zod speaks English only here; the other languages are a quarter of a megabyte.
const leaveOutLocales: Plugin = {
  name: 'leave-out-locales',
  setup: (bundle) => {
    bundle.onLoad({ filter: /\/zod\/v4\/locales\/index\.js$/ }, () => ({ contents: '' }))
  },
}

// One file each, so that an installation is one copy. CommonJS: outside of a package Node takes `.js` for that.
await build({
  absWorkingDir: import.meta.dirname,
  entryPoints: { agent: 'src/main.ts', sample: 'src/sample.ts' },
  outdir: 'dist',
  bundle: true,
  platform: 'node',
  target: 'node26',
  format: 'cjs',
  minifySyntax: true,
  legalComments: 'none',
  logLevel: 'warning',
  // Optional and native: dbus-next uses usocket only to pass descriptors, pg uses pg-native only when asked to.
  external: ['usocket', 'pg-native', 'x11'],
  plugins: [leaveOutLocales],
})
