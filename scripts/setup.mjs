import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { exists } from './cache.mjs';
import { npmCommand } from './npm.mjs';
import { run } from './processes.mjs';
import { ROOT } from './project.mjs';
import { say } from './say.mjs';

const MODULES = path.join(ROOT, 'node_modules');
const PROJECT_NODE = path.join(MODULES, 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
/** TypeScript files run as they are from here on, and several tools ask for 22.12. */
const NODE_MAJOR = 24;

/**
 * What every entry script does first: installs the dependencies and goes on with the project's own Node.
 * The script may be started by any Node from 20 on, with nothing installed.
 */
export async function setUp() {
  await ensureDependencies();
  await continueOnProjectNode();
  process.env['PATH'] = [path.join(MODULES, '.bin'), process.env['PATH']].join(path.delimiter);
}

/** Runs `npm ci` where the dependencies are missing or are not those of the lock file. */
export async function ensureDependencies() {
  const [locked, installed] = await Promise.all([
    readPackages(path.join(ROOT, 'package-lock.json')),
    readPackages(path.join(MODULES, '.package-lock.json')),
  ]);
  if (locked && installed && isInstalled(locked, installed) && (await exists(PROJECT_NODE))) return;
  say('Installing the dependencies …');
  const npm = npmCommand(['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  const code = await run(npm.command, npm.args, { shell: npm.shell, stdio: ['ignore', 'ignore', 'inherit'] });
  if (code !== 0) process.exit(code);
}

/** @typedef {Record<string, { version?: string, optional?: boolean, devOptional?: boolean }>} Packages */

/**
 * Optional packages are allowed to be missing: most of them are for other platforms.
 * @param {Packages} locked
 * @param {Packages} installed
 */
export function isInstalled(locked, installed) {
  const wanted = Object.entries(locked).filter(([name]) => name !== '');
  return (
    wanted.every(([name, { version, optional, devOptional }]) =>
      installed[name] ? installed[name].version === version : optional || devOptional,
    ) && Object.keys(installed).every((name) => locked[name])
  );
}

/**
 * @param {string} file
 * @returns {Promise<Packages | null>}
 */
async function readPackages(file) {
  try {
    return JSON.parse(await readFile(file, 'utf8')).packages;
  } catch {
    return null;
  }
}

/** Runs this same script again with the project's Node, unless that or a newer one runs it already. */
async function continueOnProjectNode() {
  if (Number.parseInt(process.versions.node, 10) >= NODE_MAJOR) return;
  process.exit(await run(PROJECT_NODE, process.argv.slice(1)));
}
