import { defineConfig } from '@playwright/test';
import { takeDisplay, WORKERS } from './e2e/support/displays.ts';
import { isLong } from './e2e/support/scale.ts';

/* `npm test` builds, brings a display and chooses the reporters; see scripts/test.mjs. */
takeDisplay();

export default defineConfig({
  testDir: 'e2e',
  // `npm run test:long` alone runs what takes many minutes.
  testIgnore: isLong ? [] : ['**/long/**'],
  fullyParallel: true,
  forbidOnly: Boolean(process.env['CI']),
  workers: WORKERS,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
});
