import { defineConfig } from '@playwright/test';

/** What the browser itself asks: on a screen of its own, one browser at a time. */
export default defineConfig({
  testMatch: '*.spec.ts',
  outputDir: '../../test-results/prompt',
  globalSetup: '../e2e/setup.ts',
  workers: 1,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
});
