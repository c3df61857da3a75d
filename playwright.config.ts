import { defineConfig } from '@playwright/test';

/** One desk at a time: two Electrons on a small machine only make each other late. */
export default defineConfig({
  testDir: 'e2e',
  globalSetup: './e2e/display.ts',
  outputDir: 'test-results',
  workers: 1,
  timeout: 150_000,
  // A loaded machine may start a window too late; a real fault fails twice.
  retries: process.env.CI ? 1 : 0,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  use: { trace: 'off', actionTimeout: 8000 },
});
