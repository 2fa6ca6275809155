import { mkdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { build } from './build.mjs';
import { ensureDisplay } from './display.mjs';
import { ensureElectron } from './electron.mjs';
import { npmCommand } from './npm.mjs';
import { run } from './processes.mjs';
import { ROOT, tool } from './project.mjs';
import { countPlaywright, countVitest, lastLine, ONE_FAILED, ONE_PASSED, settle, sum } from './reports.mjs';
import { say } from './say.mjs';
import { setUp } from './setup.mjs';

/** @import { Counts } from './reports.mjs' */

/* Runs every suite, also after one that failed, and ends with one line that counts all of them. */
const REPORTS = path.join(ROOT, '.cache', 'reports');

await setUp();
const electron = await ensureElectron();
const display = await ensureDisplay({ keyring: true });
const env = { ...display.env, KEYDESK_ELECTRON: electron.path, ELECTRON_OVERRIDE_DIST_PATH: electron.dist };
await rm(REPORTS, { recursive: true, force: true });
await mkdir(REPORTS, { recursive: true });

const total = sum([await check(), await vitest(), await buildProgram(), await playwright()]);
display.stop();
process.stdout.write(`\n${lastLine(total)}\n`);
process.exitCode = total.failed > 0 ? 1 : 0;

/** Formatting, types and unused code. @returns {Promise<Counts>} */
async function check() {
  title('check');
  const npm = npmCommand(['run', '--silent', 'check']);
  return asOneTest(await run(npm.command, npm.args, { shell: npm.shell }));
}

async function vitest() {
  title('unit tests');
  const file = path.join(REPORTS, 'vitest.json');
  const code = await run(process.execPath, [
    tool('vitest/vitest.mjs'),
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]);
  return settle(code, await countIn(file, countVitest));
}

/** Counted only if it fails. */
async function buildProgram() {
  title('build');
  const code = await build(electron);
  return code === 0 ? { passed: 0, failed: 0, skipped: 0 } : ONE_FAILED;
}

async function playwright() {
  title('end-to-end tests');
  const file = path.join(REPORTS, 'playwright.json');
  const code = await run(
    process.execPath,
    [tool('@playwright/test/cli.js'), 'test', '--reporter=list,json'],
    { env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: file } },
  );
  return settle(code, await countIn(file, countPlaywright));
}

/**
 * @template Report
 * @param {string} file
 * @param {(report: Report) => Counts} count
 * @returns {Promise<Counts | null>} null where there is no report, or none that can be read
 */
async function countIn(file, count) {
  try {
    return count(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    return null;
  }
}

/** @param {number} code */
function asOneTest(code) {
  return code === 0 ? ONE_PASSED : ONE_FAILED;
}

/** @param {string} name */
function title(name) {
  say(`\n— ${name}`);
}
