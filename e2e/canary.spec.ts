import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import { signIn, test } from './support/app.ts';
import { type Fault, json } from './support/fault.ts';
import { chooseLevel, createKey } from './support/keys.ts';
import type { Keydesk } from './support/launch.ts';
import { filesWith, textsIn } from './support/leak-search.ts';

/*
 * A token and a new key go through everything that the program does; afterwards both are looked for in everything
 * that it has left.
 */

/** All that the page's JavaScript still holds, garbage collected. */
async function heapOf(page: Page): Promise<string> {
  const client = await page.context().newCDPSession(page);
  const chunks: string[] = [];
  client.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk));
  await client.send('HeapProfiler.enable');
  await client.send('HeapProfiler.collectGarbage');
  await client.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  await client.detach();
  return chunks.join('');
}

/** All that the page has stored, as text. */
function storesOf(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const stored: unknown[] = [{ ...localStorage }, { ...sessionStorage }, document.cookie];
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open(name);
        opening.onsuccess = () => resolve(opening.result);
        opening.onerror = () => reject(opening.error);
      });
      for (const store of database.objectStoreNames) {
        const rows = database.transaction(store).objectStore(store).getAll();
        await new Promise((resolve) => rows.addEventListener('success', resolve));
        stored.push(rows.result);
      }
      database.close();
    }
    return JSON.stringify(stored);
  });
}

/** What the fields of the page hold: it is no part of its markup. */
function fieldsOf(page: Page): Promise<string> {
  return page.evaluate(() =>
    [...document.querySelectorAll('input, textarea')]
      .map((field) => (field as HTMLInputElement).value)
      .join('\n'),
  );
}

/** The places that hold one of the texts, in any coding. */
async function placesWith({ page, output }: Keydesk, texts: readonly string[]): Promise<readonly string[]> {
  const places = {
    output: output(),
    markup: await page.content(),
    fields: await fieldsOf(page),
    stores: await storesOf(page),
    heap: await heapOf(page),
  };
  return Object.entries(places).flatMap(([place, content]) =>
    textsIn(content, texts).length > 0 ? [place] : [],
  );
}

/** A refusal that says the token in every place where a text can be. */
function echo(status: number, authorization: string | undefined): Fault {
  const said = `no good: ${authorization}`;
  const told = { status: 'error', error_code: said, message: said };
  return json(
    status,
    { ...told, detail: [{ loc: ['body', 'name'], msg: said, type: said }] },
    { 'x-token': said },
  );
}

/** The key that lies on the clipboard: asked of main, so that the page never hears of it. */
async function expectCopied({ app }: Keydesk): Promise<string> {
  const read = () => app.evaluate(({ clipboard }) => clipboard.readText());
  await expect.poll(read).toMatch(/^kdemo_/);
  return read();
}

/** Signs in by typing: what a test hands over by a script would stay in the page's memory by the test's own doing. */
async function typeIn(page: Page, address: string, token: string): Promise<void> {
  for (const [name, text] of [
    ['API address', address],
    ['Admin token', token],
  ] as const) {
    const field = page.getByRole('textbox', { name });
    await field.focus();
    await field.press('ControlOrMeta+a');
    await page.keyboard.insertText(text);
  }
  await page.getByRole('button', { name: 'Connect', exact: true }).click();
}

test('neither the token nor a new key is left anywhere', async ({ launch, profile, api, faults }) => {
  test.setTimeout(120_000);
  const home = path.join(profile, 'home');
  await mkdir(home);
  const keydesk = await launch({
    env: { HOME: home, XDG_CONFIG_HOME: home, XDG_CACHE_HOME: home, TMPDIR: home },
  });
  const { page, app } = keydesk;
  const token = api.tokens.admin;
  const alert = page.getByRole('alert').first();

  await test.step('sign-ins that fail', async () => {
    faults.rule({ fault: { kind: 'reset', carriedOut: false } });
    await typeIn(page, faults.url, token);
    await expect(alert).toBeVisible();
    for (const status of [500, 422, 401]) {
      faults.rule({ fault: ({ headers }) => echo(status, headers.authorization) });
      const before = faults.requests.length;
      await typeIn(page, faults.url, token);
      await expect.poll(() => faults.requests.length).toBeGreaterThan(before);
      await expect(page.getByRole('button', { name: 'Connect', exact: true })).toBeEnabled();
      await expect(alert).toBeVisible();
    }
  });

  await test.step('a sign-in', async () => {
    faults.heal();
    await typeIn(page, faults.url, token);
    await expect(page.getByRole('heading', { name: 'API Keys' })).toBeVisible();
    await expect(page.getByText('24 keys', { exact: true })).toBeVisible();
    expect(await placesWith(keydesk, [token])).toEqual([]);
  });

  await test.step('a key that is refused, by a server that says the token', async () => {
    for (const status of [422, 500, 404, 409]) {
      faults.rule({ call: 'create', fault: ({ headers }) => echo(status, headers.authorization) });
      const access = { kind: 'unrestricted' } as const;
      const made = await page.evaluate((input) => window.keydesk.createKey(input), {
        // Of another name: one of the same would be asked about before it is sent again.
        name: 'Canary_Refused',
        access,
      });
      expect(made.ok, String(status)).toBe(false);
      expect(textsIn(JSON.stringify(made), [token])).toEqual([]);
    }
    faults.heal();
  });

  const dialog = page.getByRole('dialog', { name: 'Your new API key' });
  const secret = await test.step('a key that is made, copied, shown and stored', async () => {
    await page.getByRole('button', { name: 'Create API Key' }).click();
    const form = page.getByRole('dialog', { name: 'Create an API Key' });
    await form.getByRole('textbox', { name: 'Name' }).fill('Canary');
    await chooseLevel(form, 'Calls', 'Read');
    await form.getByRole('button', { name: 'Save' }).click();
    await dialog.getByRole('button', { name: 'Copy key' }).click();
    const copied = await expectCopied(keydesk);
    expect(await placesWith(keydesk, [token, copied])).toEqual([]);
    await dialog.getByRole('button', { name: 'Show key' }).click();
    await expect(dialog.getByRole('button', { name: 'Hide key' })).toBeVisible();
    // Shown it is there, and there alone: the search sees it.
    expect(await placesWith(keydesk, [copied])).toEqual(['markup', 'heap']);
    await dialog.getByRole('button', { name: 'Hide key' }).click();
    await dialog.getByRole('button', { name: 'I have stored this key' }).click();
    await expect(dialog).toBeHidden();
    return copied;
  });
  expect(secret).toMatch(/^kdemo_[\w-]{40}$/);
  expect(await placesWith(keydesk, [token, secret])).toEqual([]);
  expect(await app.evaluate(({ clipboard }) => clipboard.readText())).toBe(secret);

  await test.step('the clipboard, a lock, and the end', async () => {
    await page.evaluate(async () => {
      await window.keydesk.clearClipboard();
      await window.keydesk.setPassPhrase({ current: null, passPhrase: 'of the canary test' });
      await window.keydesk.lockNow();
      await window.keydesk.unlock({ passPhrase: 'wrong pass phrase' });
      await window.keydesk.unlock({ passPhrase: 'of the canary test' });
    });
    expect(await app.evaluate(({ clipboard }) => clipboard.readText())).toBe('');
    expect(await placesWith(keydesk, [token, secret, 'of the canary test'])).toEqual([]);
    const dumps = await app.evaluate(({ app: program }) => program.getPath('crashDumps'));
    expect(dumps.startsWith(profile)).toBe(true);
    await keydesk.kill();
  });
  expect(await filesWith(profile, [token, secret, 'of the canary test'])).toEqual([]);
  expect(textsIn(keydesk.output(), [token, secret])).toEqual([]);
});

test('fault 42: the page and main crash with both in hand, and leave neither', async ({
  launch,
  profile,
  api,
}) => {
  const first = await launch();
  await signIn(first.page, api.url, api.tokens.admin);
  const secret = await createKey(first.page, { name: 'Canary', levels: { Calls: 'Read' } });
  await first.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
  );
  await expect.poll(first.output).toContain('page-gone');
  const crashed = new Promise((resolve) => first.app.process().once('exit', resolve));
  await first.app.evaluate(() => void setImmediate(() => process.crash())).catch(() => undefined);
  await crashed;
  expect(await filesWith(profile, [api.tokens.admin, secret])).toEqual([]);
  expect(textsIn(first.output(), [api.tokens.admin, secret])).toEqual([]);
});

test('what is planted in each of these places is found, in each coding', async ({ keydesk, profile }) => {
  const { page } = keydesk;
  const planted = 'person_planted/where+it=is?looked_for';
  expect(await placesWith(keydesk, [planted])).toEqual([]);

  const utf8 = Buffer.from(planted, 'utf8');
  const codings = {
    plain: utf8,
    base64: Buffer.from(utf8.toString('base64')),
    'base64 within more': Buffer.from(Buffer.from(`{"token":"${planted}"}`).toString('base64')),
    'base64 within more, one further': Buffer.from(Buffer.from(`{"token": "${planted}"}`).toString('base64')),
    base64url: Buffer.from(utf8.toString('base64url')),
    hex: Buffer.from(utf8.toString('hex')),
    'hex, large': Buffer.from(utf8.toString('hex').toUpperCase()),
    'UTF-16LE': Buffer.from(planted, 'utf16le'),
    'UTF-16BE': Buffer.from(planted, 'utf16le').swap16(),
    'URL-encoded': Buffer.from(encodeURIComponent(planted)),
    'URL-encoded throughout': Buffer.from([...utf8].map((byte) => `%${byte.toString(16)}`).join('')),
  };
  const folder = path.join(profile, 'planted', 'deep');
  await mkdir(folder, { recursive: true });
  for (const [coding, bytes] of Object.entries(codings)) {
    const around = Buffer.concat([Buffer.from([0, 255]), bytes, Buffer.from([0, 255])]);
    await writeFile(path.join(folder, coding), around);
  }
  const found = await filesWith(profile, [planted]);
  expect(found.map((file) => path.basename(file)).sort()).toEqual(Object.keys(codings).sort());
  await writeFile(path.join(folder, `name-${utf8.toString('hex')}`), '');
  expect(await filesWith(profile, [planted])).toHaveLength(found.length + 1);

  await keydesk.app.evaluate((_, text) => void process.stderr.write(`${text}\n`), planted);
  await expect.poll(() => textsIn(keydesk.output(), [planted])).toEqual([planted]);
  expect(await placesWith(keydesk, [planted])).toEqual(['output']);
  await page.evaluate(async (text) => {
    document.body.dataset['planted'] = text;
    await new Promise<void>((resolve) => {
      const opening = indexedDB.open('planted');
      opening.onupgradeneeded = () => opening.result.createObjectStore('rows');
      opening.onsuccess = () => {
        const change = opening.result.transaction('rows', 'readwrite');
        change.objectStore('rows').put(text, 'key');
        change.oncomplete = () => resolve(opening.result.close());
      };
    });
    Object.assign(window, { planted: `${text} in the heap` });
  }, planted);
  await page.getByRole('textbox', { name: 'API address' }).fill(planted);
  expect(await placesWith(keydesk, [planted])).toEqual(['output', 'markup', 'fields', 'stores', 'heap']);
});
