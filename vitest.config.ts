import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { licencesToPutIn } from './scripts/licences.mjs';

export default defineConfig({
  plugins: [react()],
  define: await licencesToPutIn(),
  test: {
    // Pass phrases are slow on purpose, and a machine may be busy.
    testTimeout: 20_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          include: ['electron/**/*.test.ts', 'shared/**/*.test.ts', 'scripts/**/*.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'page',
          environment: 'happy-dom',
          include: ['renderer/**/*.test.{ts,tsx}'],
          setupFiles: ['renderer/test/setup.ts'],
        },
      },
    ],
  },
});
