import { defineConfig } from '@playwright/test';

/* `npm test` builds, brings a display and chooses the reporters; see scripts/test.mjs. */
export default defineConfig({
  testDir: 'e2e',
  fullyParallel: true,
  forbidOnly: Boolean(process.env['CI']),
  workers: 2,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
});
