import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ['system/**/*.test.ts'],
    globalSetup: ['system/setup.ts'],
    // All files act on one host.
    fileParallelism: false,
    passWithNoTests: true,
    testTimeout: 180_000,
    hookTimeout: 300_000,
  },
})
