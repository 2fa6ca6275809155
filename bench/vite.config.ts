import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { defineConfig } from 'vite';

const pages = resolve(import.meta.dirname, 'pages');

/** Each page is built as the program's own page is: minified, for the same runtime. */
export default defineConfig({
  root: pages,
  base: './',
  logLevel: 'error',
  build: {
    outDir: '../out/pages',
    emptyOutDir: true,
    target: 'chrome130',
    modulePreload: false,
    chunkSizeWarningLimit: 5000,
    rollupOptions: {
      input: readdirSync(pages)
        .filter((name) => name.endsWith('.html'))
        .map((name) => resolve(pages, name)),
    },
  },
});
