import { npmCommand } from './npm.mjs';
import { run } from './processes.mjs';
import { tool } from './project.mjs';
import { countVitest, ONE_FAILED, ONE_PASSED, settle } from './reports.mjs';
import { buildProgram, conclude, countIn, playwright, prepare, reportFile, title } from './suites.mjs';

/** @import { Counts } from './reports.mjs' */

/* Runs every suite, also after one that failed, and ends with one line that counts all of them. */
const { electron, env, stop } = await prepare();
const counts = [await check(), await vitest(), await buildProgram(electron), await playwright(env)];
stop();
conclude(counts);

/** Formatting, types and unused code. @returns {Promise<Counts>} */
async function check() {
  title('check');
  const npm = npmCommand(['run', '--silent', 'check']);
  const code = await run(npm.command, npm.args, { shell: npm.shell });
  return code === 0 ? ONE_PASSED : ONE_FAILED;
}

async function vitest() {
  title('unit tests');
  const file = reportFile('vitest');
  const code = await run(process.execPath, [
    tool('vitest/vitest.mjs'),
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]);
  return settle(code, await countIn(file, countVitest));
}
