import path from 'node:path';
import { build } from './build.mjs';
import { ensureDisplay } from './display.mjs';
import { ensureElectron } from './electron.mjs';
import { run } from './processes.mjs';
import { ROOT } from './project.mjs';
import { setUp } from './setup.mjs';

/* Takes the README's pictures anew. */
await setUp();
const electron = await ensureElectron();
const built = await build(electron);
if (built !== 0) process.exit(built);
const display = await ensureDisplay();
const pictures = path.join(ROOT, 'scripts', 'take-pictures.ts');
const code = await run(process.execPath, [pictures], {
  env: { ...display.env, KEYDESK_ELECTRON: electron.path },
});
display.stop();
process.exit(code);
