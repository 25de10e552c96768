import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{packages,apps}/*/test/**/*.test.ts', '{e2e,packaging,tooling}/test/**/*.test.ts'],
    environment: 'node',
    // Exhaustive tests on a busy machine; what waits for a fact has a limit of its own.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // vitest would leave one core for itself; many of these tests wait for processes.
    maxWorkers: '100%',
  },
})
