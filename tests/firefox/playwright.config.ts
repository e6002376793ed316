import { defineConfig } from '@playwright/test';

/** Playwright's runner and its expectations; the browser is Firefox as its makers ship it, spoken to by `marionette.ts`. */
export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: '../../test-results/firefox',
  workers: 1,
  timeout: 240_000,
  expect: { timeout: 30_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: 'list',
});
