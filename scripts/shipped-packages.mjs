import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { ROOT } from './project.mjs';

/** The rooms whose code is shipped. */
const ROOMS = ['electron', 'renderer', 'shared'];
const CODE = /(?<!\.test|\.d)\.(ts|tsx)$/;
/** What is for tests alone. */
const OF_TESTS = /(^|\/)(test|test-[\w-]+|fake-[\w-]+|dev-policy)(\/|\.ts)/;
/** The runtime is no package of the bundle, and the demo's command line is not shipped. */
const NO_PACKAGE = new Set(['electron', '@hono/node-server']);

/**
 * @typedef {{ name: string, version: string, license: string, folder: string, needs: readonly string[] }} Package
 */

/** The packages that the code itself imports, by their names. @returns {Promise<string[]>} */
export async function importedPackages() {
  const names = new Set();
  for (const room of ROOMS) {
    const entries = await readdir(path.join(ROOT, room), { recursive: true, withFileTypes: true });
    for (const entry of entries) {
      const file = path.join(entry.parentPath, entry.name);
      if (
        !entry.isFile() ||
        !CODE.test(file) ||
        OF_TESTS.test(path.relative(ROOT, file).replaceAll('\\', '/'))
      ) {
        continue;
      }
      for (const name of importsOf(await readFile(file, 'utf8'))) names.add(name);
    }
  }
  return [...names].filter((name) => !NO_PACKAGE.has(name)).sort();
}

/** @param {string} code */
function importsOf(code) {
  const specifiers = [
    ...code.matchAll(/^(?:import|export)\s(?!type\s)[^;]*?from '([^']+)'/gms),
    ...code.matchAll(/^import '([^']+)'/gm),
    ...code.matchAll(/\bimport\('([^']+)'\)/g),
  ].map(([, specifier = '']) => specifier);
  return specifiers
    .filter((specifier) => !/^(\.|node:|\/)/.test(specifier))
    .map((specifier) => specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/'));
}

/**
 * All that the imported packages need, themselves included: at least what is bundled.
 * @returns {Promise<Package[]>} by name
 */
export async function shippedPackages() {
  /** @type {Map<string, Package>} */
  const found = new Map();
  /** @param {string} name @param {string} from */
  const add = async (name, from) => {
    const folder = await folderOf(name, from);
    if (!folder || found.has(folder)) return;
    const one = await readPackage(folder);
    found.set(folder, one);
    for (const needed of one.needs) await add(needed, folder);
  };
  for (const name of await importedPackages()) await add(name, ROOT);
  return [...found.values()].sort((one, other) => (one.name < other.name ? -1 : 1));
}

/** @param {string} folder @returns {Promise<Package>} */
async function readPackage(folder) {
  const about = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8'));
  return {
    name: about.name,
    version: about.version,
    license: typeof about.license === 'string' ? about.license : (about.license?.type ?? '?'),
    folder,
    needs: [...Object.keys(about.dependencies ?? {}), ...peersOf(about)],
  };
}

/**
 * What a package expects to find beside it.
 * @param {{ peerDependencies?: object, peerDependenciesMeta?: Record<string, { optional?: boolean }> }} about
 */
function peersOf({ peerDependencies = {}, peerDependenciesMeta = {} }) {
  return Object.keys(peerDependencies).filter((name) => !peerDependenciesMeta[name]?.optional);
}

/** Where Node finds a package: the nearest `node_modules` upwards. @param {string} name @param {string} from */
async function folderOf(name, from) {
  for (let at = from; at.startsWith(ROOT); at = path.dirname(at)) {
    const folder = path.join(at, 'node_modules', name);
    if (await readFile(path.join(folder, 'package.json')).catch(() => null)) return folder;
  }
  return null;
}

/** The licence of a package, whole, as it asks to be. @param {Package} one @returns {Promise<string>} */
export async function licenceOf({ license, folder }) {
  const file = (await readdir(folder)).find((each) => /^(licen[cs]e|copying)(\.\w+)?$/i.test(each));
  const text = file ? (await readFile(path.join(folder, file), 'utf8')).trim() : `Licensed under ${license}.`;
  return text.replaceAll('\r\n', '\n');
}

/** The licences of what is shipped, in one text. @returns {Promise<string>} */
export async function licenceTexts() {
  const parts = [];
  for (const one of await shippedPackages())
    parts.push(`${one.name} ${one.version}\n\n${await licenceOf(one)}\n`);
  return `Keydesk contains these packages.\n\n${parts.join(`\n${'-'.repeat(80)}\n\n`)}`;
}
