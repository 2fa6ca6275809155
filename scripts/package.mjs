import { build, forgetBuild } from './build.mjs';
import { ensureElectron } from './electron.mjs';
import { run } from './processes.mjs';
import { tool } from './project.mjs';
import { setUp } from './setup.mjs';

/*
 * Packages the program for this machine into `dist/`, as a folder: that needs no download beside Electron.
 * Further arguments go to electron-builder. Installers are made by the release workflow.
 */
await setUp();
const electron = await ensureElectron();
// What is shipped is always built from what is there.
await forgetBuild();
const built = await build(electron);
if (built !== 0) process.exit(built);
const args = [
  '--dir',
  '--publish=never',
  `-c.electronDist=${electron.dist}`,
  `-c.electronVersion=${electron.version}`,
  ...process.argv.slice(2),
];
process.exit(await run(process.execPath, [tool('electron-builder/cli.js'), ...args]));
