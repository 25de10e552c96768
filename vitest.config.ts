import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{packages,apps}/*/test/**/*.test.ts', '{e2e,packaging,tooling}/test/**/*.test.ts'],
    environment: 'node',
    // vitest would leave one core for itself; many of these tests wait for processes.
    maxWorkers: '100%',
  },
})
