import { mkdir, mkdtemp, readdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { emptyProfile } from './erase.ts';

it('deletes what is ours, with what was put aside and what was left half written, and nothing else', async () => {
  const profile = await mkdtemp(join(tmpdir(), 'keydesk-erase-'));
  const ours = [
    'connections.json',
    'connections.json.bad',
    'attempts.json.0123456789ab.tmp',
    'pass-phrase.json',
    'settings.json',
    'settings.json.tmp-1790000000abcdef',
    'settings.last-good.json',
  ];
  const others = ['Preferences', 'connections.jsonx', 'settings', 'my-notes.txt'];
  for (const name of [...ours, ...others]) await writeFile(join(profile, name), 'x');
  for (const folder of ['offline', 'facts', 'history', 'activity', 'demo', 'logs']) {
    await mkdir(join(profile, folder));
    await writeFile(join(profile, folder, 'one'), 'x');
  }
  await emptyProfile(profile);
  expect((await readdir(profile)).sort()).toEqual([...others, 'logs'].sort());
});
