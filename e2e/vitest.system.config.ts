import { defineConfig } from 'vitest/config'

// Two lanes of about the same length, each with a host of its own, so that both cores have work.
const second = ['killed-agent', 'package', 'debian-12', 'up', 'host-contract', 'bench'].map(
  (name) => `system/${name}.test.ts`,
)
const lane = process.env['PILOT_TEST_LANE']

export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: lane === 'second' ? second : ['system/**/*.test.ts'],
    exclude: lane === 'first' ? second : [],
    globalSetup: ['system/setup.ts'],
    // All files of a lane act on one host.
    fileParallelism: false,
    passWithNoTests: true,
    testTimeout: 180_000,
    hookTimeout: 300_000,
  },
})
