import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the checkout. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');

/**
 * The file to give to Node for a tool of node_modules; its command in `.bin` is a shell script on Windows.
 * @param {string} file
 */
export function tool(file) {
  return path.join(ROOT, 'node_modules', ...file.split('/'));
}

/** Chromium refuses to start as root unless it is told to run without its sandbox. */
export const NO_SANDBOX_AS_ROOT =
  process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
