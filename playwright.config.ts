import { defineConfig } from '@playwright/test';

/** The long forms of the faults take what they need: a busy machine is none of them. */
const isLong = process.env.FAULTS === 'long';

export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results/e2e',
  globalSetup: './tests/e2e/setup.ts',
  workers: 2,
  fullyParallel: true,
  // A shared machine may hold a browser up for seconds. Who runs the tests by hand sees each failure.
  retries: process.env.CI ? 1 : 0,
  timeout: isLong ? 300_000 : 45_000,
  expect: { timeout: isLong ? 30_000 : 8_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
});
