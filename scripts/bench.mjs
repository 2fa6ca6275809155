import path from 'node:path';
import { build } from './build.mjs';
import { ensureDisplay } from './display.mjs';
import { ensureElectron } from './electron.mjs';
import { npmCommand } from './npm.mjs';
import { run } from './processes.mjs';
import { ROOT, tool } from './project.mjs';
import { setUp } from './setup.mjs';

/* Installs what Keydesk is measured against, builds both and measures: `npm run bench`, or `-- --quick`. */
await setUp();
const electron = await ensureElectron();
const BENCH = path.join(ROOT, 'bench');
const npm = npmCommand(['ci', '--prefix', BENCH, '--no-audit', '--no-fund', '--loglevel=error']);
await must(run(npm.command, npm.args, { shell: npm.shell }));
await must(run(process.execPath, [tool('typescript/bin/tsc'), '-p', path.join(BENCH, 'pages')]));
await must(
  run(process.execPath, [tool('vite/bin/vite.js'), 'build', '-c', path.join(BENCH, 'vite.config.ts')]),
);
await must(build(electron));
const display = await ensureDisplay({ keyring: true });
const env = {
  ...display.env,
  KEYDESK_ELECTRON: electron.path,
  ELECTRON_OVERRIDE_DIST_PATH: electron.dist,
};
const code = await run(process.execPath, [path.join(BENCH, 'run.ts'), ...process.argv.slice(2)], { env });
display.stop();
process.exit(code);

/** @param {Promise<number>} work */
async function must(work) {
  const code = await work;
  if (code !== 0) process.exit(code);
}
