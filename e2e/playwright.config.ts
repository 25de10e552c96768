import { defineConfig } from '@playwright/test'
import { join } from 'node:path'

// Workers read this file too; it is what makes the helpers of e2e/system speak to the host of these tests.
process.env['PILOT_TEST_LANE'] = 'ui'

const artifacts = join(import.meta.dirname, '../artifacts')

export default defineConfig({
  testDir: 'ui',
  testMatch: '**/*.test.ts',
  globalSetup: './ui/setup.ts',
  // All files act on one host.
  workers: 1,
  // What fails now and then is a bug.
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  outputDir: join(artifacts, 'ui'),
  reporter: [['list'], ['json', { outputFile: join(artifacts, 'ui.json') }]],
  use: {
    // One that never comes fails by its name, not by the time of the whole test.
    actionTimeout: 30_000,
    baseURL: 'http://pilot.localhost',
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    viewport: { width: 1280, height: 800 },
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: join(import.meta.dirname, 'ui/support/chromium.sh'),
      chromiumSandbox: false,
      args: [
        '--disable-gpu',
        '--disable-quic',
        '--disable-background-networking',
        '--disable-component-update',
      ],
    },
  },
})
