#!/usr/bin/env node
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/*
 * Stands in for fpm, which electron-builder downloads to make a deb or an rpm: takes what electron-builder says to it,
 * and has dpkg-deb or rpmbuild make the package.
 */
const FLAGS = new Set(['--force', '--debug']);
const DEB_FIELDS = {
  '--name': 'Package',
  '--version': 'Version',
  '--architecture': 'Architecture',
  '--maintainer': 'Maintainer',
  '--category': 'Section',
  '--deb-priority': 'Priority',
  '--url': 'Homepage',
  '--description': 'Description',
};
const RPM_FIELDS = {
  '--name': 'Name',
  '--version': 'Version',
  '--vendor': 'Vendor',
  '--maintainer': 'Packager',
  '--category': 'Group',
  '--license': 'License',
  '--url': 'URL',
  '--rpm-summary': 'Summary',
};

/** As fpm translates Debian's names. @type {Record<string, string>} */
const RPM_PROCESSORS = { amd64: 'x86_64', arm64: 'aarch64' };

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

/** @param {Record<string, string>} fields */
const fieldLines = (fields) => Object.entries(fields).map(([name, field]) => `${field}: ${option(name)}`);

const work = mkdtempSync(path.join(tmpdir(), 'keydesk-package-'));
const root = path.join(work, 'root');
mkdirSync(root, { mode: 0o755 });
for (const [from = '', to = ''] of files) {
  const place = path.join(root, to);
  mkdirSync(path.dirname(place), { recursive: true });
  cpSync(from, place, { recursive: true, verbatimSymlinks: true });
}
if (option('-t') === 'rpm') makeRpm();
else makeDeb();
rmSync(work, { recursive: true });

function makeDeb() {
  const control = path.join(root, 'DEBIAN');
  mkdirSync(control);
  const lines = fieldLines(DEB_FIELDS);
  lines.push(
    `Depends: ${options['-d']?.join(', ')}`,
    `Recommends: ${options['--deb-recommends']?.join(', ')}`,
  );
  writeFileSync(path.join(control, 'control'), `${lines.join('\n')}\n`);
  writeFileSync(path.join(control, 'postinst'), readFileSync(option('--after-install')), { mode: 0o755 });
  writeFileSync(path.join(control, 'postrm'), readFileSync(option('--after-remove')), { mode: 0o755 });
  execFileSync('dpkg-deb', ['--root-owner-group', '-Zgzip', '-z1', '--build', root, option('--package')]);
}

function makeRpm() {
  const spec = path.join(work, 'keydesk.spec');
  const lines = [
    // As fpm does it: what it needs is said, not looked for in each file; nothing is stripped.
    '%define __os_install_post %{nil}',
    '%define _build_id_links none',
    '%define _binary_payload w1.gzdio',
    ...fieldLines(RPM_FIELDS),
    'Release: 1',
    'AutoReqProv: no',
    ...(options['-d'] ?? []).map((name) => `Requires: ${name}`),
    `%description\n${option('--description')}`,
    `%post\n${readFileSync(option('--after-install'), 'utf8')}`,
    `%postun\n${readFileSync(option('--after-remove'), 'utf8')}`,
    '%files\n%defattr(-,root,root,-)',
    ...files.map(([, to = '']) => (to.startsWith('/opt/') ? to : `"${to}"`)),
  ];
  writeFileSync(spec, `${lines.join('\n')}\n`);
  execFileSync('rpmbuild', [
    '-bb',
    `--target=${RPM_PROCESSORS[option('--architecture')] ?? option('--architecture')}`,
    `--buildroot=${root}`,
    `--define=_topdir ${path.join(work, 'rpm')}`,
    `--define=_rpmdir ${path.join(work, 'out')}`,
    '--define=_build_name_fmt package.rpm',
    spec,
  ]);
  renameSync(path.join(work, 'out', 'package.rpm'), option('--package'));
}
