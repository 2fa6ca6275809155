import { chmod, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect } from '@playwright/test';
import { trySignIn, test as usual } from './support/app.ts';
import { findings } from './support/axe.ts';

/* A program for development reads its policy from the file it is given; a shipped one has no such switch. */
const test = usual.extend<{
  readonly policy: { readonly args: readonly string[]; write: (content: unknown) => Promise<void> };
}>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures out of the pattern.
  policy: async ({}, use) => {
    const folder = await mkdtemp(path.join(tmpdir(), 'keydesk-policy-'));
    const file = path.join(folder, 'policy.json');
    const write = async (content: unknown) => {
      await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content));
      await chmod(file, 0o644);
    };
    await use({ args: [`--policy-file=${file}`], write });
    await rm(folder, { recursive: true });
  },
});

const BROKEN = 'The policy file of this computer has a mistake in it. The strictest rules hold.';

test('a rule holds in main, whatever the page asks for, and is shown locked with its reason', async ({
  launch,
  policy,
  api,
  faults,
}) => {
  await policy.write({
    version: 1,
    allowedAddresses: [api.url],
    connections: [{ name: 'Ours', address: api.url }],
    clipboardSeconds: 30,
    lockMinutes: 5,
    offlineCopy: false,
    demo: false,
  });
  const { page } = await launch({ args: policy.args });
  await expect(page.getByRole('textbox', { name: 'API address' })).toHaveValue(api.url);
  await expect(page.getByRole('button', { name: 'Open the demo project' })).toBeDisabled();
  await expect(page.getByText('Ruled by the policy of this computer: off.')).toBeVisible();

  const ruledOut = (what: string) => ({
    ok: false,
    error: expect.objectContaining({ kind: 'ruled-out', what }),
  });
  expect(await page.evaluate(() => window.keydesk.openDemo())).toEqual(ruledOut('demo'));
  expect(
    await page.evaluate(() => window.keydesk.changeSettings({ clipboardSeconds: null, lockMinutes: 120 })),
  ).toMatchObject({ values: { clipboardSeconds: 30, lockMinutes: 5 } });

  await trySignIn(page, faults.url, api.tokens.admin);
  await expect(page.getByText('The policy of this computer does not allow this address')).toBeVisible();
  expect(faults.requests).toEqual([]);

  await trySignIn(page, api.url, api.tokens.admin);
  await expect(page.getByRole('heading', { name: 'API Keys', exact: true })).toBeVisible();
});

test('the security dialog names every rule, and axe finds nothing in it', async ({
  launch,
  policy,
  profile,
}) => {
  await mkdir(path.join(profile, 'offline'));
  await writeFile(path.join(profile, 'offline', 'of-before.keys'), 'x');
  await policy.write({ version: 1, clipboardSeconds: 30, offlineCopy: false, updates: false });
  const { app, page } = await launch({ args: [...policy.args, '--open-demo'] });
  await expect(page.getByRole('heading', { name: 'API Keys', exact: true })).toBeVisible();
  expect(await readdir(profile)).not.toContain('offline');
  await app.evaluate(({ Menu }) => {
    const items = Menu.getApplicationMenu()?.items.flatMap(({ submenu }) => submenu?.items ?? []) ?? [];
    items.find(({ label }) => label === 'Settings…')?.click();
  });
  const rules = page.getByRole('region', { name: 'Policy of this computer' });
  await expect(rules).toContainText('A copied key stays 30 seconds at most.');
  await expect(rules).toContainText('No list of keys is kept on this computer.');
  await expect(rules).toContainText('Keydesk does not look for them.');
  expect(await findings(page)).toEqual([]);
});

test('a broken policy is as strict as can be, says so, and deletes nothing', async ({
  launch,
  policy,
  profile,
  api,
  faults,
}) => {
  await mkdir(path.join(profile, 'offline'));
  await writeFile(path.join(profile, 'offline', 'of-before.keys'), 'x');
  await policy.write('{"version": 1,, ');
  const { page } = await launch({ args: policy.args });
  await expect(page.getByRole('status').filter({ hasText: BROKEN })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Open the demo project' })).toBeDisabled();
  await trySignIn(page, faults.url, api.tokens.admin);
  await expect(page.getByText('The policy of this computer does not allow this address')).toBeVisible();
  expect(faults.requests).toEqual([]);
  expect(await page.evaluate(() => window.keydesk.getSettings())).toMatchObject({
    values: { clipboardSeconds: 15, lockMinutes: 1 },
  });
  expect(await readdir(path.join(profile, 'offline'))).toEqual(['of-before.keys']);
});
