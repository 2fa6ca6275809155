import { execFile } from 'node:child_process';
import { access, constants } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { say } from './say.mjs';

const execute = promisify(execFile);

/** @typedef {{ package: string, library: string } | { package: string, command: string }} Requirement */

/** What Electron is linked to or opens at run time. @type {readonly Requirement[]} */
export const WINDOW = [
  { package: 'libgtk-3-0', library: 'libgtk-3.so.0' },
  { package: 'libnss3', library: 'libnss3.so' },
  { package: 'libasound2', library: 'libasound.so.2' },
  { package: 'libgbm1', library: 'libgbm.so.1' },
  { package: 'libatk-bridge2.0-0', library: 'libatk-bridge-2.0.so.0' },
  { package: 'libcups2', library: 'libcups.so.2' },
  { package: 'libdrm2', library: 'libdrm.so.2' },
  { package: 'libxkbcommon0', library: 'libxkbcommon.so.0' },
  { package: 'libxss1', library: 'libXss.so.1' },
];

/** @type {readonly Requirement[]} */
export const SCREEN = [
  { package: 'xvfb', command: 'Xvfb' },
  { package: 'xauth', command: 'xauth' },
];

/** The tests keep a token in a real keyring. @type {readonly Requirement[]} */
export const KEYRING = [
  { package: 'gnome-keyring', command: 'gnome-keyring-daemon' },
  { package: 'libsecret-1-0', library: 'libsecret-1.so.0' },
  { package: 'dbus-x11', command: 'dbus-launch' },
];

/**
 * The requirements that this machine does not meet. Looked up by what the packages bring and not by their
 * names, which differ between releases.
 * @param {readonly Requirement[]} requirements
 */
export async function missing(requirements) {
  const libraries = await knownLibraries();
  const met = await Promise.all(
    requirements.map((one) =>
      'library' in one
        ? libraries === null || libraries.includes(`\t${one.library} `)
        : isCommand(one.command),
    ),
  );
  return requirements.filter((_, index) => !met[index]);
}

/** Null where there is no ldconfig to ask. */
async function knownLibraries() {
  return execute('/sbin/ldconfig', ['-p']).then(
    ({ stdout }) => stdout,
    () => null,
  );
}

/** @param {string} name */
async function isCommand(name) {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter);
  const found = folders.map((folder) => access(path.join(folder, name), constants.X_OK));
  return Promise.any(found).then(
    () => true,
    () => false,
  );
}

/**
 * Installs packages, as root on Debian; elsewhere says what to type and ends.
 * @param {readonly Requirement[]} requirements
 */
export async function install(requirements) {
  const names = requirements.map((one) => one.package);
  if (process.getuid?.() !== 0 || !(await isCommand('apt-get'))) tellToInstall(requirements);
  say(`Installing ${names.join(' ')} …`);
  // A fresh machine has no package lists: the first attempt may fail, and need not say so.
  await aptGetInstall(names)
    .catch(() => aptGet(['update']).then(() => aptGetInstall(names)))
    .catch((error) => {
      say(error.stderr);
      tellToInstall(requirements);
    });
}

/**
 * @param {readonly Requirement[]} requirements
 * @returns {never}
 */
export function tellToInstall(requirements) {
  const names = requirements.map((one) => one.package).join(' ');
  say(`Electron needs packages that are not installed: sudo apt-get install ${names}`);
  process.exit(1);
}

/** @param {readonly string[]} names */
async function aptGetInstall(names) {
  return aptGet(['install', '-y', '--no-install-recommends', ...(await Promise.all(names.map(nameHere)))]);
}

/**
 * Since 2024 the libraries that hold a time have `t64` at the end of their name.
 * @param {string} name
 */
async function nameHere(name) {
  return execute('apt-cache', ['show', `${name}t64`]).then(
    () => `${name}t64`,
    () => name,
  );
}

/** @param {readonly string[]} args */
async function aptGet(args) {
  return execute('apt-get', ['-qq', ...args], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    maxBuffer: Number.POSITIVE_INFINITY,
  });
}
