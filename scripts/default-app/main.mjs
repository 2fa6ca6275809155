/*
 * Loads the program whose folder is given as argument. A released Electron has such a `default_app.asar`;
 * the one from the npm registry was taken out of a packaged program and has not.
 * The imports are awaited at the top level: Electron holds back `ready` until they are done.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { inspect } from 'node:util';
import { app } from 'electron';

/**
 * What Electron has for its own default app and leaves out of its types.
 * @typedef {{ setVersion(version: string): void, setAppPath(folder: string): void }} Undocumented
 */

/**
 * The folder is the first argument that is no switch. `-r <module>` loads a module before the program, as Electron's
 * own default app does: so Playwright holds `ready` back until it is connected.
 * @returns {{ folder: string | undefined, modules: string[] }}
 */
function readArguments() {
  const modules = [];
  const rest = process.argv.slice(1);
  for (let value = rest.shift(); value !== undefined; value = rest.shift()) {
    if (value === '-r' || value === '--require') modules.push(rest.shift() ?? '');
    else if (!value.startsWith('-')) return { folder: value, modules };
  }
  return { folder: undefined, modules };
}

const { folder: argument, modules } = readArguments();
try {
  const require = createRequire(import.meta.url);
  for (const module of modules) require(module);
  if (argument === undefined) throw new Error('Usage: electron [switches] <folder of the program>');
  const folder = path.resolve(argument);
  const manifest = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true });
  app.setName(manifest.productName ?? manifest.name);
  const program = /** @type {typeof app & Undocumented} */ (app);
  program.setVersion(manifest.version);
  program.setAppPath(folder);
  await import(pathToFileURL(path.join(folder, manifest.main)).href);
} catch (error) {
  process.stderr.write(`${inspect(error)}\n`);
  app.exit(1);
}
