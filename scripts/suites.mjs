import { mkdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { build } from './build.mjs';
import { ensureDisplay } from './display.mjs';
import { ensureElectron } from './electron.mjs';
import { run } from './processes.mjs';
import { ROOT, tool } from './project.mjs';
import { countPlaywright, lastLine, ONE_FAILED, settle, sum } from './reports.mjs';
import { say } from './say.mjs';
import { setUp } from './setup.mjs';

/** @import { Counts } from './reports.mjs' */

const REPORTS = path.join(ROOT, '.cache', 'reports');

/** Sets up what tests need: the dependencies, an Electron, a display and a keyring. */
export async function prepare() {
  await setUp();
  const electron = await ensureElectron();
  const display = await ensureDisplay({ keyring: true, screens: 2 });
  await rm(REPORTS, { recursive: true, force: true });
  await mkdir(REPORTS, { recursive: true });
  const env = { ...display.env, KEYDESK_ELECTRON: electron.path, ELECTRON_OVERRIDE_DIST_PATH: electron.dist };
  return { electron, env, stop: display.stop };
}

/**
 * Builds the program. Counted only if it fails.
 * @param {{ path: string }} electron
 * @returns {Promise<Counts>}
 */
export async function buildProgram(electron) {
  title('build');
  const code = await build(electron);
  return code === 0 ? { passed: 0, failed: 0, skipped: 0 } : ONE_FAILED;
}

/**
 * Drives the built program.
 * @param {NodeJS.ProcessEnv} env
 * @param {readonly string[]} [args] which of the tests, and how.
 */
export async function playwright(env, args = []) {
  title('end-to-end tests');
  const file = reportFile('playwright');
  const code = await run(
    process.execPath,
    [tool('@playwright/test/cli.js'), 'test', ...args, '--reporter=list,json'],
    { env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: file } },
  );
  return settle(code, await countIn(file, countPlaywright));
}

/** @param {string} suite */
export function reportFile(suite) {
  return path.join(REPORTS, `${suite}.json`);
}

/**
 * @template Report
 * @param {string} file
 * @param {(report: Report) => Counts} count
 * @returns {Promise<Counts | null>} null where there is no report, or none that can be read
 */
export async function countIn(file, count) {
  try {
    return count(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    return null;
  }
}

/**
 * The last line, and the exit code.
 * @param {readonly Counts[]} counts
 */
export function conclude(counts) {
  const total = sum(counts);
  process.stdout.write(`\n${lastLine(total)}\n`);
  process.exitCode = total.failed > 0 ? 1 : 0;
}

/** @param {string} name */
export function title(name) {
  say(`\n— ${name}`);
}
