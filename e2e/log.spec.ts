import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import { signIn, test } from './support/app.ts';
import { json } from './support/fault.ts';
import { createKey, deleteKey, listAs, storeKey } from './support/keys.ts';
import { filesWith, textsIn } from './support/leak-search.ts';

type Line = { readonly event: string; readonly [field: string]: unknown };

/** The lines of the log, each of them JSON. */
async function linesOf(profile: string): Promise<readonly Line[]> {
  const text = await readFile(path.join(profile, 'logs', 'keydesk.log'), 'utf8');
  return text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);
}

async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Connection' }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('heading', { name: 'Connect a project' })).toBeVisible();
}

test('the log tells what was done and how it went, and nothing of what it was about', async ({
  keydesk: { page, app, output },
  api,
  profile,
}) => {
  await page.getByRole('textbox', { name: 'API address' }).fill(api.url);
  await page.getByRole('textbox', { name: 'Admin token' }).fill('a-wrong-token');
  await page.getByRole('button', { name: 'Connect', exact: true }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await signIn(page, api.url, api.tokens.admin);
  const secret = await createKey(page, { name: 'Log_Canary', levels: { Calls: 'Read' } });
  await storeKey(page);
  const keys = await listAs(api.url, api.tokens.admin);
  await deleteKey(page, 'Log_Canary');
  await page.evaluate(async () => {
    await window.keydesk.setPassPhrase({ current: null, passPhrase: 'of the log test' });
    await window.keydesk.lockNow();
    await window.keydesk.unlock({ passPhrase: 'of the log test' });
  });
  await signOut(page);

  const lines = await linesOf(profile);
  const versions = await app.evaluate(({ app: program }) => ({
    keydesk: program.getVersion(),
    electron: process.versions['electron'],
    chromium: process.versions['chrome'],
    platform: process.platform,
  }));
  expect(lines[0]).toMatchObject({ event: 'start', ...versions });
  const requests = lines.filter(({ event }) => event === 'request');
  expect(requests.map(({ number }) => number)).toEqual(requests.map((_, index) => index + 1));
  expect(requests[0]).toMatchObject({ status: 401, outcome: 'unauthorized' });
  expect(requests).toContainEqual(
    expect.objectContaining({ method: 'POST', route: '/v1/api_key/', outcome: 'ok' }),
  );
  expect(requests).toContainEqual(
    expect.objectContaining({ method: 'DELETE', route: '/v1/api_key/{id}', outcome: 'ok' }),
  );
  const states = lines.flatMap(({ event, state }) =>
    event === 'session' || event === 'lock' ? [state] : [],
  );
  expect(states).toEqual(['signed-out', 'signed-in', 'unlocked', 'locked', 'unlocked', 'signed-out']);
  // The terminal has the same lines; the first may come before the test listens.
  for (const line of lines.slice(1)) expect(output()).toContain(JSON.stringify(line));

  const { host, port } = new URL(api.url);
  const about = [
    ...keys.flatMap(({ id, name }) => [id, name]),
    ...[api.tokens.admin, 'a-wrong-token', secret, host, `:${port}`, 'of the log test'],
    ...['alex.morgan@example.com', 'Demo project', 'limit='],
  ];
  expect(keys.map(({ name }) => name)).toContain('Log_Canary');
  expect(await filesWith(path.join(profile, 'logs'), about)).toEqual([]);
});

test('Help opens the folder of the log', async ({ keydesk: { page, app }, profile }) => {
  await expect(page.getByRole('heading', { name: 'Connect a project' })).toBeVisible();
  const opened = await app.evaluate(({ Menu, shell }) => {
    const paths = new Promise<string>((resolve) => {
      shell.openPath = async (folder) => {
        resolve(folder);
        return '';
      };
    });
    const items = Menu.getApplicationMenu()?.items ?? [];
    const help = items.find(({ role }) => role === 'help');
    help?.submenu?.items.find(({ label }) => label === 'Open Log Folder')?.click();
    return paths;
  });
  expect(opened).toBe(path.join(profile, 'logs'));
});

test('"Copy details" copies what main remembers of the failure, and nothing of what it was about', async ({
  keydesk: { page, app },
  api,
  faults,
}) => {
  await signIn(page, faults.url, api.tokens.admin);
  await expect(page.getByText('24 keys', { exact: true })).toBeVisible();
  faults.rule({
    fault: ({ headers }) => json(422, { message: `no good: ${headers['authorization']}` }),
  });
  await page.getByRole('button', { name: 'Refresh' }).click();
  const alert = page.getByRole('alert');
  await alert.getByRole('button', { name: 'Copy details' }).click();
  await expect(alert.getByRole('button', { name: 'Copied' })).toBeVisible();
  const details = await app.evaluate(({ clipboard }) => clipboard.readText());
  expect(details).toMatch(/^Time: \d{4}-\d\d-\d\dT[\d:.]+Z\nError: rejected\nRequest: \d+\n/);
  expect(details).toContain('\nCall: GET /v1/api_key/\nHTTP status: 422\nAttempts: 1\nDuration: ');
  const { port } = new URL(faults.url);
  expect(textsIn(details, [api.tokens.admin, `:${port}`, '127.0.0.1', 'no good'])).toEqual([]);
});

test('a log that cannot be written stops nothing', async ({ launch, profile }) => {
  await writeFile(path.join(profile, 'logs'), 'a file in the place of the folder');
  const { page, output } = await launch();
  await page.getByRole('button', { name: 'Open the demo project' }).click();
  await expect(page.getByText('24 keys', { exact: true })).toBeVisible();
  // The terminal still has its lines, and none about a fault.
  await expect.poll(output).toContain('"event":"request"');
  expect(output()).not.toContain('"event":"fault"');
});
