import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';
import { packageElsewhere, runScript } from '../support/fresh-build.ts';
import { ownFolder, readySandbox, startOutside } from '../support/outside.ts';

const run = promisify(execFile);

/*
 * Whoever has the sources can make the archive of a release anew and compare. Two folders of other names and another
 * time stand for two computers.
 */
test.skip(process.platform !== 'linux', 'The archive is made on Linux.');
test.setTimeout(600_000);

async function sha256(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

async function hashesOf(folder: string): Promise<Readonly<Record<string, string>>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  const hashes: [string, string][] = [];
  for (const file of files.toSorted()) hashes.push([path.relative(folder, file), await sha256(file)]);
  return Object.fromEntries(hashes);
}

test('two builds of the same sources give the same archive, byte for byte, and it starts', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'keydesk-twice-'));
  try {
    const [one, other] = [
      await packageElsewhere(path.join(folder, 'one')),
      await packageElsewhere(path.join(folder, 'another', 'and deeper')),
    ];
    expect(await hashesOf(other)).toEqual(await hashesOf(one));
    const archives = [
      path.join(folder, 'one', 'keydesk.tar.gz'),
      path.join(folder, 'another', 'keydesk.tar.gz'),
    ];
    for (const [index, unpacked] of [one, other].entries()) {
      await runScript(folder, 'scripts/archive.mjs', [unpacked, archives[index] ?? '']);
    }
    const [first, second] = await Promise.all(archives.map(sha256));
    expect(second).toBe(first);
    await startFrom(archives[0] ?? '');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

async function startFrom(archive: string): Promise<void> {
  const place = ownFolder('unpacked');
  await run('tar', ['-xzf', archive, '-C', place, '--no-same-owner']);
  const unpacked = path.join(place, 'keydesk');
  readySandbox(unpacked);
  const program = startOutside({ command: path.join(unpacked, 'keydesk') });
  await program.started();
  await program.end();
  await rm(place, { recursive: true });
}
