import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { build } from './build.mjs';
import { ensureDisplay, hasDisplay } from './display.mjs';
import { ensureElectron } from './electron.mjs';
import { run } from './processes.mjs';
import { NO_SANDBOX_AS_ROOT, ROOT } from './project.mjs';
import { say } from './say.mjs';
import { setUp } from './setup.mjs';

/** @import { Electron } from './electron-dist.mjs' */

/* Builds the program and opens it with the demo project; without a screen, walks through it and takes pictures. */
await setUp();
const electron = await ensureElectron();
const built = await build(electron);
if (built !== 0) process.exit(built);
process.exit(hasDisplay() ? await open(electron) : await walk(electron));

/** @param {Electron} electron */
async function open({ path: executable }) {
  await ensureDisplay();
  return run(executable, [...NO_SANDBOX_AS_ROOT, ROOT, '--open-demo', ...process.argv.slice(2)]);
}

/** @param {Electron} electron */
async function walk({ path: executable }) {
  const display = await ensureDisplay();
  say('No display here: walking through the main job on a virtual one, with pictures in artifacts/');
  const journey = path.join(ROOT, 'scripts', 'journey.ts');
  const code = await run(process.execPath, [journey], {
    env: { ...display.env, KEYDESK_ELECTRON: executable },
  });
  display.stop();
  for (const name of (await readdir(path.join(ROOT, 'artifacts')).catch(() => [])).sort()) {
    if (name.endsWith('.png')) process.stdout.write(`artifacts/${name}\n`);
  }
  return code;
}
