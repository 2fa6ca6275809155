import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';
import { packageWith } from '../support/fresh-build.ts';
import { PROJECT_ROOT } from '../support/launch.ts';
import { ownFolder, readySandbox, startOutside } from '../support/outside.ts';

const run = promisify(execFile);

/*
 * The deb is made of what electron-builder would give to fpm, and taken apart again. The AppImage, the rpm, the dmg
 * and the nsis installer need tools that electron-builder downloads: the release workflow makes them.
 */
test.skip(process.platform !== 'linux' || !existsSync('/usr/bin/dpkg-deb'), 'A deb is made on Debian.');
test.setTimeout(300_000);

test('the deb has its names, its licence and the keydesk: link, and what it installs starts', async () => {
  const folder = ownFolder('deb');
  try {
    const dist = path.join(folder, 'dist');
    await packageWith(['--linux', 'deb', '--x64', `-c.directories.output=${dist}`], {
      CUSTOM_FPM_PATH: path.join(PROJECT_ROOT, 'e2e', 'support', 'fpm.mjs'),
    });
    const { version } = JSON.parse(await readFile(path.join(PROJECT_ROOT, 'package.json'), 'utf8'));
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
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
