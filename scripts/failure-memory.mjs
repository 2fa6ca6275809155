import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

const DAY = 24 * 60 * 60 * 1000;

/** @typedef {ReturnType<typeof createFailureMemory>} FailureMemory */

/**
 * Remembers for a day that something could not be fetched, so that the starts after it do not wait again.
 * @param {{ file: string, now?: () => number }} options
 */
export function createFailureMemory({ file, now = Date.now }) {
  return {
    /** @param {string} what */
    async recalls(what) {
      const text = await readFile(file, 'utf8').catch(() => '{}');
      try {
        const failure = JSON.parse(text);
        const age = now() - failure.at;
        return failure.what === what && age >= 0 && age < DAY;
      } catch {
        return false;
      }
    },
    /**
     * @param {string} what
     * @param {string} reason for whoever looks into the file
     */
    async remember(what, reason) {
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, `${JSON.stringify({ what, at: now(), reason })}\n`);
    },
    async forget() {
      await rm(file, { force: true });
    },
  };
}
