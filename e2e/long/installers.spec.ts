import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';
import { packageWith } from '../support/fresh-build.ts';
import { PROJECT_ROOT } from '../support/launch.ts';
import { ownFolder, readySandbox, startOutside } from '../support/outside.ts';

const run = promisify(execFile);

/*
 * The deb and the rpm are made of what electron-builder would give to fpm, and taken apart again. The AppImage, the dmg
 * and the nsis installer need tools that electron-builder downloads: the release workflow makes them.
 */
test.skip(process.platform !== 'linux' || !existsSync('/usr/bin/dpkg-deb'), 'A deb is made on Debian.');
test.setTimeout(300_000);

/** Makes a package by what stands in for fpm. */
async function makePackage(target: 'deb' | 'rpm', dist: string): Promise<void> {
  await packageWith(['--linux', target, '--x64', `-c.directories.output=${dist}`], {
    CUSTOM_FPM_PATH: path.join(PROJECT_ROOT, 'e2e', 'support', 'fpm.mjs'),
  });
}

/** Looks at what a package would install, and starts it. */
async function lookAtInstalled(installed: string): Promise<void> {
  const entry = await readFile(path.join(installed, 'usr/share/applications/keydesk.desktop'), 'utf8');
  expect(entry).toContain('MimeType=x-scheme-handler/keydesk;');
  expect(entry).toContain('Categories=Development;');
  expect(entry).toMatch(/^Exec=\/opt\/Keydesk\/keydesk %U$/m);
  const icons = await readdir(path.join(installed, 'usr/share/icons/hicolor'));
  expect(icons.toSorted()).toContain('512x512');
  const program = path.join(installed, 'opt/Keydesk');
  expect(await readFile(path.join(program, 'LICENSE.txt'), 'utf8')).toContain('MIT License');
  expect(await readFile(path.join(program, 'LICENSES.packages.txt'), 'utf8')).toContain('\nreact ');

  readySandbox(program);
  const started = startOutside({ command: path.join(program, 'keydesk') });
  await started.started();
  await started.end();
}

async function ownVersion(): Promise<string> {
  return JSON.parse(await readFile(path.join(PROJECT_ROOT, 'package.json'), 'utf8')).version;
}

test('the deb has its names, its licence and the keydesk: link, and what it installs starts', async () => {
  const folder = ownFolder('deb');
  try {
    const dist = path.join(folder, 'dist');
    await makePackage('deb', dist);
    const version = await ownVersion();
    const deb = path.join(dist, `keydesk-${version}-linux-amd64.deb`);
    expect(await readdir(dist)).toContain(path.basename(deb));
    expect(await readdir(dist)).toContain(`keydesk-${version}-linux-x64.tar.gz`);

    const { stdout: about } = await run('dpkg-deb', ['--field', deb]);
    for (const line of ['Package: keydesk', `Version: ${version}`, 'Section: devel', 'Architecture: amd64']) {
      expect(about).toContain(line);
    }
    expect(about).toMatch(/Depends: .*libsecret-1-0/);
    expect(about).toMatch(/Recommends: gnome-keyring/);

    const installed = path.join(folder, 'installed');
    await run('dpkg-deb', ['--extract', deb, installed]);
    await lookAtInstalled(installed);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

test('the rpm has its names, its licence and the keydesk: link, and what it installs starts', async () => {
  test.skip(!existsSync('/usr/bin/rpmbuild'), 'An rpm is made by rpmbuild, of the package `rpm`.');
  const folder = ownFolder('rpm');
  try {
    const dist = path.join(folder, 'dist');
    await makePackage('rpm', dist);
    const version = await ownVersion();
    const rpm = path.join(dist, `keydesk-${version}-linux-x86_64.rpm`);
    expect(await readdir(dist)).toContain(path.basename(rpm));

    const { stdout: about } = await run('rpm', ['--query', '--info', '--requires', '--package', rpm]);
    for (const line of [/^Name *: keydesk$/m, /^License *: MIT$/m, /^Architecture *: x86_64$/m, /^gtk3$/m]) {
      expect(about).toMatch(line);
    }
    expect(about).toContain(`Version     : ${version}`);

    const installed = path.join(folder, 'installed');
    await mkdir(installed);
    await run('rpm2archive', [rpm]);
    await run('tar', ['--extract', '--gzip', `--file=${rpm}.tgz`, `--directory=${installed}`]);
    await lookAtInstalled(installed);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
