import { defineConfig } from 'vitest/config'

// Not part of ./pilot test: everything in it runs on an emulated processor.
export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ['slow/**/*.test.ts'],
    testTimeout: 900_000,
  },
})
