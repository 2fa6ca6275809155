import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { type Demo, openDemo } from './demo.ts';
import type { WireKey, WireNewKey, WirePage } from './wire.ts';

const now = () => Date.parse('2026-05-01T12:00:00Z');

async function profile(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'demo-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

async function call<T>(demo: Demo, method: string, id = '', body?: unknown): Promise<T> {
  const request = new Request(`https://demo.invalid/v1/api_key/${id}`, {
    method,
    headers: { authorization: `Bearer ${demo.adminToken}`, 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const response = await demo.fetch(request);
  expect(response.status).toBe(200);
  return (await response.json()) as T;
}

const list = async (demo: Demo): Promise<readonly WireKey[]> =>
  (await call<WirePage<WireKey>>(demo, 'GET')).data;

const create = (demo: Demo, name = 'Mine'): Promise<WireNewKey> =>
  call<WireNewKey>(demo, 'POST', '', { name, restricted: true, permissions: ['calls.view'] });

test('starts with the seeds and keeps changes over a restart', async () => {
  const folder = join(await profile(), 'not', 'yet', 'there');
  const first = await openDemo({ folder, now });
  expect(await list(first)).toHaveLength(24);
  const made = await create(first);
  const oldest = (await list(first)).at(-1);
  await call(first, 'DELETE', oldest?.id);
  await call(first, 'PATCH', made.id, { name: 'Renamed' });
  const before = await list(first);

  const second = await openDemo({ folder, now });
  expect(await list(second)).toEqual(before);
  expect(before[0]).toMatchObject({ id: made.id, name: 'Renamed' });
  expect(second.adminToken).not.toBe(first.adminToken);
  const asKey = new Request('https://demo.invalid/v1/project/', {
    headers: { authorization: `Bearer ${made.value}` },
  });
  expect((await second.fetch(asKey)).status).toBe(403);
});

test('keeps no key and no token in readable form, for nobody else to read', async () => {
  const folder = await profile();
  const demo = await openDemo({ folder, now });
  const { value, id } = await create(demo);
  const text = await readFile(join(folder, 'demo.json'), 'utf8');
  expect(text).toContain(id);
  for (const secret of [value, value.slice(6), value.slice(0, 20), demo.adminToken, 'person_', 'kdemo_']) {
    expect(text).not.toContain(secret);
  }
  expect(await readdir(folder)).toEqual(['demo.json']);
  if (process.platform !== 'win32') {
    expect((await stat(join(folder, 'demo.json'))).mode & 0o777).toBe(0o600);
  }
});

test('a reset brings the seeds back for good; the token goes on working', async () => {
  const folder = await profile();
  const demo = await openDemo({ folder, now });
  const names = (await list(demo)).map(({ name }) => name);
  await create(demo);
  await demo.reset();
  const back = await list(demo);
  expect(back.map(({ name }) => name)).toEqual(names);
  expect(await list(await openDemo({ folder, now }))).toEqual(back);
});

test.each([
  ['empty', ''],
  ['zero-filled', '\0\0\0'],
  ['cut', '{"version":1,"proj'],
])('a file that is %s is kept aside', async (_, damaged) => {
  const folder = await profile();
  await writeFile(join(folder, 'demo.json'), damaged);
  const demo = await openDemo({ folder, now });
  expect(await list(demo)).toHaveLength(24);
  expect(await readFile(join(folder, 'demo.json.bad'), 'utf8')).toBe(damaged);
  await create(demo);
  expect(await list(await openDemo({ folder, now }))).toHaveLength(25);
});

test('what a killed process left half written is removed, and writing works again', async () => {
  const folder = await profile();
  await writeFile(join(folder, 'demo.json.tmp'), '{"half":');
  const demo = await openDemo({ folder, now });
  expect(await readdir(folder)).toEqual(['demo.json']);
  await create(demo);
  expect(await list(await openDemo({ folder, now }))).toHaveLength(25);
});

test('many changes at once are all kept', async () => {
  const folder = await profile();
  const demo = await openDemo({ folder, now });
  await Promise.all(Array.from({ length: 20 }, (_, index) => create(demo, `Key ${index}`)));
  expect(await list(await openDemo({ folder, now }))).toHaveLength(44);
});

test('where nothing can be written it works until it is closed', async () => {
  const folder = join(await profile(), 'file');
  await writeFile(folder, 'a file where the folder should be');
  const demo = await openDemo({ folder, now });
  await create(demo);
  expect(await list(demo)).toHaveLength(25);
  await demo.reset();
  expect(await list(demo)).toHaveLength(24);
});

test('a request that was given up is not served', async () => {
  const folder = await profile();
  const demo = await openDemo({ folder, now });
  const request = new Request('https://demo.invalid/v1/api_key/', { signal: AbortSignal.abort() });
  await expect(demo.fetch(request)).rejects.toThrow(/abort/i);
});
