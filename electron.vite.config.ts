import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { UPDATE_FEED } from './electron/updates/feed.ts';
import { pageDevPolicy } from './renderer/dev-policy.ts';
import { licencesToPutIn } from './scripts/licences.mjs';

/*
 * The targets are those of the older runtime the program runs on (Electron 33); electron-vite would
 * take them from the newer `electron` package that is installed.
 * Everything is bundled: the shipped archive holds no node_modules.
 */
export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      target: 'node20.18',
      minify: true,
      externalizeDeps: false,
      rollupOptions: {
        input: 'electron/main.ts',
        // Where nobody looks for updates, what would fetch them is a tenth of the program.
        external: UPDATE_FEED === '' ? ['electron-updater'] : [],
        output: { format: 'es', entryFileNames: '[name].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      target: 'node20.18',
      minify: true,
      externalizeDeps: false,
      // A sandboxed preload is CommonJS and cannot require modules of its own.
      rollupOptions: {
        input: 'electron/preload.ts',
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    plugins: [react(), pageDevPolicy()],
    define: await licencesToPutIn(),
    build: {
      outDir: 'out/renderer',
      target: 'chrome130',
      minify: true,
      modulePreload: false,
      assetsInlineLimit: 0,
      rollupOptions: { input: resolve('renderer/index.html') },
    },
  },
});
