import { build, forgetBuild } from './build.mjs';
import { ensureElectron } from './electron.mjs';
import { run } from './processes.mjs';
import { tool } from './project.mjs';
import { setUp } from './setup.mjs';

/*
 * Packages the program for this machine into `dist/`, as a folder: that needs no download beside Electron.
 * Further arguments go to electron-builder. Installers are made by the release workflow.
 * What is shipped is always built anew; `--as-built` is for the tests, which run what lies in `out/` meanwhile.
 */
await setUp();
const electron = await ensureElectron();
const further = process.argv.slice(2);
if (!further.includes('--as-built')) await forgetBuild();
const built = await build(electron);
if (built !== 0) process.exit(built);
const args = [
  '--dir',
  '--publish=never',
  `-c.electronDist=${electron.dist}`,
  `-c.electronVersion=${electron.version}`,
  ...further.filter((argument) => argument !== '--as-built'),
];
process.exit(await run(process.execPath, [tool('electron-builder/cli.js'), ...args]));
