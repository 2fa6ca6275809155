import { expect } from '@playwright/test';
import { signIn, test } from './support/app.ts';
import { json } from './support/fault.ts';
import { rowOf } from './support/keys.ts';

/* What a screen reader is told: the accessibility tree of the main views, and what is said of itself. */

test.beforeEach(async ({ keydesk: { page }, faults, api }) => {
  await signIn(page, faults.url, api.tokens.admin);
  await expect(page.getByText('24 keys', { exact: true })).toBeVisible();
});

test('the table: its heading, its columns, and a row that is read as a sentence', async ({
  keydesk: { page },
}) => {
  await expect(page.locator('main')).toMatchAriaSnapshot(`
    - heading "API Keys" [level=1]
    - text: 24 keys
    - searchbox "Search by name"
    - button "Filters"
    - button "Refresh"
    - button "Export"
    - button "Columns and notes"
    - button "Create API Key"
    - table "API keys":
      - rowgroup:
        - row:
          - columnheader "Name"
          - columnheader "Key ID"
          - columnheader "Key"
          - columnheader "Creation date"
          - columnheader "Key permissions"
      - rowgroup:
        - row /CRM_Production, restricted, created 2 hours ago, ends in .{4}/
  `);
});

test('the form of a new key', async ({ keydesk: { page } }) => {
  await page.getByRole('button', { name: 'Create API Key' }).click();
  await expect(page.getByRole('dialog', { name: 'Create an API Key' })).toMatchAriaSnapshot(`
    - dialog:
      - textbox "Name"
      - switch "Restrict key" [checked]
      - searchbox "Filter resources"
      - group "Communication":
        - radiogroup "Calls":
          - radio "No access" [checked]
          - radio "Read"
          - radio "Write"
      - group "Agent configuration"
      - group "Contacts and data"
      - group "Administration"
      - button "Go back"
      - button "Save"
  `);
});

test('the details of a key', async ({ keydesk: { page } }) => {
  await rowOf(page, 'CRM_Production').press('Enter');
  await expect(page.getByRole('dialog', { name: 'Details of CRM_Production' })).toMatchAriaSnapshot(`
    - dialog:
      - term: Key ID
      - term: Creation date
      - region "Known on this computer"
      - region "Key permissions"
      - button "Delete"
      - button "Duplicate…"
      - button "Replace…"
  `);
});

test('the review: its rules as tabs, and what each has found', async ({ keydesk: { page } }) => {
  await page.getByRole('tab', { name: 'Review' }).click();
  await expect(page.locator('main')).toMatchAriaSnapshot(`
    - tablist "Rules":
      - tab "Unrestricted 3" [selected]
    - tabpanel:
      - heading "Unrestricted"
      - table:
        - rowgroup:
          - row:
            - columnheader "Name"
            - columnheader "Why"
            - columnheader "Creation date"
  `);
});

test('the matrix: a name, and its level for each resource', async ({ keydesk: { page } }) => {
  await page.getByRole('tab', { name: 'By permission' }).click();
  await expect(page.getByRole('grid', { name: 'Keys by permission' })).toMatchAriaSnapshot(`
    - grid:
      - rowgroup:
        - row:
          - columnheader "Communication"
      - rowgroup:
        - row /CRM_Production/:
          - rowheader /CRM_Production/
          - gridcell "Read"
          - gridcell "No access"
  `);
});

test('says by itself: the count after filtering and progress politely, an error as an alert', async ({
  keydesk: { page },
  faults,
}) => {
  await page.getByRole('searchbox', { name: 'Search by name' }).fill('crm');
  await expect(page.locator('[aria-live="polite"]').filter({ hasText: '2 of 24 keys' })).toHaveCount(1);
  const answer = Promise.withResolvers<void>();
  faults.rule({ call: 'list', fault: { kind: 'hold', until: answer.promise, next: json(422, {}) } });
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Refreshing' })).toBeVisible();
  await expect(page.getByRole('progressbar', { name: 'Refreshing the keys' })).toBeVisible();
  answer.resolve();
  await expect(
    page.getByRole('alert').or(page.getByRole('status')).filter({ hasText: 'did not accept' }),
  ).toBeVisible();
});
