import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { dependenciesText } from './dependencies-text.mjs';
import { npmCommand } from './npm.mjs';
import { run } from './processes.mjs';
import { ROOT, tool } from './project.mjs';
import { setUp } from './setup.mjs';
import { importedPackages, shippedPackages } from './shipped-packages.mjs';

const FILE = path.join(ROOT, 'docs', 'dependencies.md');

/** The version that is newest in the registry, and its day. @param {string} name */
async function lastRelease(name) {
  const npm = npmCommand(['view', name, 'version', 'time', '--json']);
  const options = { shell: npm.shell, maxBuffer: 64 * 1024 * 1024 };
  const { stdout } = await promisify(execFile)(npm.command, npm.args, options);
  const { version, time } = JSON.parse(stdout);
  return `${version}, ${time[version].slice(0, 10)}`;
}

/* Writes `docs/dependencies.md` anew; asks the registry for the last releases. */
await setUp();
const imported = await importedPackages();
/** @type {Record<string, string>} */
const releases = {};
for (const name of imported) releases[name] = await lastRelease(name);
await writeFile(FILE, dependenciesText(imported, await shippedPackages(), releases));
process.exit(await run(process.execPath, [tool('@biomejs/biome/bin/biome'), 'format', '--write', FILE]));
