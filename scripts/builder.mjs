import { build, forgetBuild } from './build.mjs';
import { ensureElectron } from './electron.mjs';
import { run } from './processes.mjs';
import { tool } from './project.mjs';
import { setUp } from './setup.mjs';
import { sourceDate } from './source-date.mjs';

/**
 * Builds the program and hands it to electron-builder. What is shipped is always built anew; `--as-built` is for the
 * tests, which run what lies in `out/` meanwhile.
 * @param {readonly string[]} args for electron-builder
 * @param {{ ownElectron: boolean }} options whether the Electron that is there serves; it is of this system alone
 * @returns {Promise<number>} the exit code
 */
export async function runBuilder(args, { ownElectron }) {
  await setUp();
  const electron = await ensureElectron();
  if (!args.includes('--as-built')) await forgetBuild();
  const built = await build(electron);
  if (built !== 0) return built;
  const own = [`-c.electronDist=${electron.dist}`, `-c.electronVersion=${electron.version}`];
  return run(
    process.execPath,
    [
      tool('electron-builder/cli.js'),
      '--publish=never',
      ...(ownElectron ? own : []),
      ...args.filter((argument) => argument !== '--as-built'),
    ],
    { env: { SOURCE_DATE_EPOCH: String(await sourceDate()) } },
  );
}
