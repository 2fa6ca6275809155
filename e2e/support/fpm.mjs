#!/usr/bin/env node
import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/*
 * Stands in for fpm, which electron-builder downloads to make a deb: takes what electron-builder says to it, and has
 * Debian's own dpkg-deb make the package.
 */
const FLAGS = new Set(['--force', '--debug']);
const FIELDS = {
  '--name': 'Package',
  '--version': 'Version',
  '--architecture': 'Architecture',
  '--maintainer': 'Maintainer',
  '--category': 'Section',
  '--deb-priority': 'Priority',
  '--url': 'Homepage',
  '--description': 'Description',
};

/** @type {Record<string, string[]>} */
const options = {};
/** @type {string[][]} */
const files = [];
const args = process.argv.slice(2);
while (args.length > 0) {
  const arg = args.shift() ?? '';
  if (FLAGS.has(arg)) continue;
  if (arg.startsWith('-')) options[arg] = [...(options[arg] ?? []), args.shift() ?? ''];
  else files.push(arg.split('='));
}
/** @param {string} name */
const option = (name) => options[name]?.[0] ?? '';

const root = mkdtempSync(path.join(tmpdir(), 'keydesk-deb-'));
chmodSync(root, 0o755);
for (const [from = '', to = ''] of files) {
  const place = path.join(root, to);
  mkdirSync(path.dirname(place), { recursive: true });
  cpSync(from, place, { recursive: true, verbatimSymlinks: true });
}
const control = path.join(root, 'DEBIAN');
mkdirSync(control);
const lines = Object.entries(FIELDS).map(([name, field]) => `${field}: ${option(name)}`);
lines.push(`Depends: ${options['-d']?.join(', ')}`, `Recommends: ${options['--deb-recommends']?.join(', ')}`);
writeFileSync(path.join(control, 'control'), `${lines.join('\n')}\n`);
for (const [name, script] of [
  ['--after-install', 'postinst'],
  ['--after-remove', 'postrm'],
]) {
  writeFileSync(path.join(control, script ?? ''), readFileSync(option(name ?? '')), { mode: 0o755 });
}
execFileSync('dpkg-deb', ['--root-owner-group', '-Zgzip', '-z1', '--build', root, option('--package')]);
rmSync(root, { recursive: true });
