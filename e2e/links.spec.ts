import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { type ElectronApplication, expect, type Page } from '@playwright/test';
import { signIn, test } from './support/app.ts';
import { addConnection, answerBoxes, nameOpenConnection, switcher } from './support/connections.ts';
import { createKey, listAs, rowOf, storeKey } from './support/keys.ts';
import { electronPath, PROJECT_ROOT } from './support/launch.ts';
import { createRandom } from './support/random.ts';

/* `keydesk:` links: anybody may write one, so they open, fill in, and never do. */

const HOSTILE = 1_000;

/** As the system does it: it starts the program once more, with the link as an argument. */
async function openLink(profile: string, link: string): Promise<void> {
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const args = [...root, PROJECT_ROOT, `--user-data-dir=${profile}`, link];
  const second = spawn(electronPath(), args, { stdio: 'ignore' });
  const [code] = await once(second, 'exit');
  expect(code).toBe(0);
}

/** The same for very many, without a process for each. */
function handOver(app: ElectronApplication, links: readonly string[]): Promise<void> {
  return app.evaluate(({ app: program }, all) => {
    for (const link of all) program.emit('second-instance', {}, ['keydesk', link], '/');
  }, links);
}

const notice = (page: Page) => page.getByRole('region', { name: 'Link' });

test('a link opens the details of a key, and another one fills in a form that nothing sends', async ({
  keydesk: { page },
  api,
  faults,
  profile,
}) => {
  await signIn(page, faults.url, api.tokens.admin);
  const [key] = await listAs(api.url, api.tokens.admin);
  if (!key) throw new Error('There is no key');
  await expect(rowOf(page, key.name)).toBeVisible();

  await openLink(profile, `keydesk://open?key=${key.id}`);
  await expect(page.getByRole('dialog', { name: `Details of ${key.name}` })).toBeVisible();
  await page.keyboard.press('Escape');

  await openLink(profile, 'keydesk://create?name=From_A_Ticket&permissions=calls:read,contacts:write');
  const form = page.getByRole('dialog', { name: 'Create an API Key' });
  await expect(form.getByRole('textbox', { name: 'Name' })).toHaveValue('From_A_Ticket');
  await expect(form.getByText('1 read, 1 write, 17 no access')).toBeVisible();
  await expect(form.getByText('A link has filled in this form. Check it before you save.')).toBeVisible();
  expect(faults.requestsOf('create')).toEqual([]);

  await openLink(profile, 'keydesk://create?name=Another');
  await expect(page.getByText('It waits until you have closed what is open.')).toBeAttached();
  await expect(form.getByRole('textbox', { name: 'Name' })).toHaveValue('From_A_Ticket');
});

test('a link that names another connection opens it there; one that nobody knows does nothing', async ({
  keydesk: { page, app },
  api,
  faults,
}) => {
  await answerBoxes(app, 1);
  await signIn(page, api.url, api.tokens.admin);
  await nameOpenConnection(page, 'Alpha');
  await addConnection(page, faults.url, api.tokens.admin, 'Beta');
  const [key] = await listAs(api.url, api.tokens.admin);
  if (!key) throw new Error('There is no key');

  await handOver(app, [`keydesk://open?connection=Gamma&key=${key.id}`]);
  await expect(notice(page)).toContainText('a project that Keydesk does not know here. Nothing was done.');
  await notice(page).getByRole('button', { name: 'Dismiss' }).click();
  await expect(switcher(page)).toHaveAccessibleName('Project Beta');

  await handOver(app, [`keydesk://open?connection=Alpha&key=${key.id}`]);
  const details = page.getByRole('dialog', { name: `Details of ${key.name}` });
  await details.getByRole('button', { name: 'Close' }).click();
  await expect(details).toBeHidden();
  await expect(switcher(page)).toHaveAccessibleName('Project Alpha');

  await page.getByRole('button', { name: 'Create API Key' }).click();
  await page.getByRole('dialog').getByRole('textbox', { name: 'Name' }).fill('Mine');
  await handOver(app, [`keydesk://open?connection=Beta&key=${key.id}`]);
  await expect(page.getByText('A link was opened about Beta, which is not open now.')).toBeAttached();
  await expect(page.getByRole('dialog').getByRole('textbox', { name: 'Name' })).toHaveValue('Mine');
});

test('a link that starts the program waits for the sign-in, and says so', async ({ launch, api }) => {
  const { page } = await launch({ args: ['keydesk://create?name=From_A_Ticket'] });
  await expect(notice(page)).toContainText('It waits until you are signed in.');
  await signIn(page, api.url, api.tokens.admin);
  await expect(page.getByRole('dialog', { name: 'Create an API Key' }).getByLabel('Name')).toHaveValue(
    'From_A_Ticket',
  );
});

test('a link waits while a new key is shown', async ({ keydesk: { page, app }, api }) => {
  await signIn(page, api.url, api.tokens.admin);
  await createKey(page, { name: 'Shown', levels: { Calls: 'Read' } });
  await handOver(app, ['keydesk://create?name=From_A_Ticket']);
  const shown = page.getByRole('dialog', { name: 'Your new API key' });
  await expect(page.getByText('It waits until the new key is stored.')).toBeAttached();
  await expect(shown).toBeVisible();
  await storeKey(page);
  await expect(page.getByRole('dialog', { name: 'Create an API Key' })).toBeVisible();
});

test('a link waits behind the lock, which says so', async ({ keydesk: { page, app }, api }) => {
  await signIn(page, api.url, api.tokens.admin);
  const phrase = 'correct horse battery';
  await page.evaluate((passPhrase) => window.keydesk.setPassPhrase({ current: null, passPhrase }), phrase);
  await page.evaluate(() => window.keydesk.lockNow());
  await expect(page.getByRole('heading', { name: 'Keydesk is locked' })).toBeVisible();
  await handOver(app, ['keydesk://create?name=From_A_Ticket']);
  await expect(page.getByText('A link was opened. It waits until the window is unlocked.')).toBeVisible();
  await page.getByRole('textbox', { name: 'Pass phrase' }).fill(phrase);
  await page.getByRole('button', { name: 'Unlock', exact: true }).click();
  await expect(page.getByRole('dialog', { name: 'Create an API Key' })).toBeVisible();
});

/** Links with something in them that none has, drawn from one seed. */
function hostileLinks(): readonly string[] {
  const random = createRandom(7);
  const parts = [
    ...[
      'keydesk:',
      'keydesk://',
      'KEYDESK://',
      'keydesk:///',
      'keydesk://open',
      'keydesk://delete',
      'keydesk://create',
    ],
    ...[
      '?key=',
      '?name=',
      '&permissions=',
      '?connection=',
      '?token=',
      '&',
      '=',
      '#',
      '@',
      ':',
      '/..%2f',
      '%00',
      '%0a',
    ],
    ...[
      '%E2%80%AE',
      '%FF',
      '<img src=x>',
      'javascript:alert(1)',
      'https://127.0.0.1:1/',
      '--inspect=0',
      'calls:write',
    ],
    ...[
      '$(id)',
      '{{7*7}}',
      'file:///etc/passwd',
      "'; DROP TABLE keys; --",
      'x'.repeat(3_000),
      '🔑',
      '\u202e',
    ],
  ];
  const draw = () => parts[random.below(parts.length)] ?? '';
  return Array.from({ length: HOSTILE }, () => {
    const length = 1 + random.below(6);
    return `keydesk:${Array.from({ length }, draw).join('')}<`;
  });
}

test(`${HOSTILE} hostile links do nothing but a sentence`, async ({
  keydesk: { page, app },
  api,
  faults,
}) => {
  await signIn(page, faults.url, api.tokens.admin);
  await expect(page.getByText('24 keys', { exact: true })).toBeVisible();
  const calls = faults.requests.length;
  await handOver(app, hostileLinks());
  await expect(notice(page)).toContainText('This link is none that Keydesk knows. Nothing was done.');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  expect(faults.requests).toHaveLength(calls);
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  await notice(page).getByRole('button', { name: 'Dismiss' }).click();
  await expect(notice(page)).toHaveCount(0);
});
