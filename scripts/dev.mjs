import { forgetBuild } from './build.mjs';
import { ensureDisplay } from './display.mjs';
import { ensureElectron } from './electron.mjs';
import { run } from './processes.mjs';
import { NO_SANDBOX_AS_ROOT, tool } from './project.mjs';
import { setUp } from './setup.mjs';

/* Opens the program and loads changes to the page as they are saved. */
await setUp();
const electron = await ensureElectron();
const display = await ensureDisplay();
await forgetBuild();
const args = [
  tool('electron-vite/bin/electron-vite.js'),
  'dev',
  '--watch',
  ...NO_SANDBOX_AS_ROOT.map(() => '--noSandbox'),
  '--',
  ...process.argv.slice(2),
];
const env = { ...display.env, ELECTRON_EXEC_PATH: electron.path };
process.exit(await run(process.execPath, args, { env }));
