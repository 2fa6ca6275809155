import path from 'node:path';
import { build } from './build.mjs';
import { ensureDisplay } from './display.mjs';
import { ensureElectron } from './electron.mjs';
import { run } from './processes.mjs';
import { ROOT } from './project.mjs';
import { setUp } from './setup.mjs';

/**
 * Builds the program and has a script take pictures of it, on a virtual display where there is no other.
 * @param {string} script in this folder
 * @returns {Promise<number>} the exit code
 */
export async function takePictures(script) {
  await setUp();
  const electron = await ensureElectron();
  const built = await build(electron);
  if (built !== 0) return built;
  const display = await ensureDisplay();
  const code = await run(process.execPath, [path.join(ROOT, 'scripts', script), ...process.argv.slice(2)], {
    env: { ...display.env, KEYDESK_ELECTRON: electron.path },
  });
  display.stop();
  return code;
}
