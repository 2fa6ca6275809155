import { expect, type Locator, type Page } from '@playwright/test';
import { signIn, test } from './support/app.ts';
import { alterRows } from './support/fault-pages.ts';
import { listAs, rowOf } from './support/keys.ts';

/* What the server says of a key, however odd, is only ever text; each number is that of a fault. */

function rowsOf(page: Page): Locator {
  return page.getByRole('row').filter({ has: page.getByRole('button', { name: /^Actions for/ }) });
}

/** The names that reach out of their row or into the key's id, by their beginning. */
function strayNames(rows: readonly Element[]): readonly string[] {
  const boxes = rows.map((row) => {
    const cells = [...row.querySelectorAll('td')].map((cell) => cell.getBoundingClientRect());
    const name = row.querySelector('bdi');
    return { row: row.getBoundingClientRect(), id: cells[1], name, box: name?.getBoundingClientRect() };
  });
  return boxes.flatMap(({ row, id, name, box }) => {
    const holds =
      row.height === boxes[0]?.row.height &&
      box &&
      id &&
      box.height > 0 &&
      box.top >= row.top &&
      box.bottom <= row.bottom &&
      box.right <= id.left;
    return holds ? [] : [name?.textContent?.slice(0, 20) ?? 'no name'];
  });
}

test.describe('names of odd characters', () => {
  const NAMES = {
    'right to left': 'Invoices_\u202Egnp.exe',
    'zero width': '\u200B\u200D\u2060',
    emoji: '\u{1F469}\u200D\u{1F4BB}\u{1F511}'.repeat(40),
    'line breaks': 'two\nlines\r\nand\u2028more\u0000',
    'stacked marks': `Z${'\u0351\u0489'.repeat(400)}`,
    '10,000 characters': 'x'.repeat(10_000),
    '10,000 characters in words': 'word '.repeat(2_000),
  } as const;
  const names = Object.values(NAMES);

  test.use({
    keyApi: {
      keys: names.length + 1,
      prepare: (state) => ({
        ...state,
        keys: state.keys.map((key, index) => ({
          ...key,
          item: { ...key.item, name: names[index] ?? 'Ordinary' },
        })),
      }),
    },
  });

  test('fault 25: whatever the names, the layout holds, and the delete dialog shows the id and the last four', async ({
    keydesk: { page },
    api,
  }) => {
    await signIn(page, api.url, api.tokens.admin);
    const rows = rowsOf(page);
    await expect(rows).toHaveCount(names.length + 1);
    expect(await rows.evaluateAll(strayNames)).toEqual([]);
    const overflow = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return scrollWidth - clientWidth;
    });
    expect(overflow).toBeLessThanOrEqual(0);

    for (const { id, last_four_digits: lastFour } of await listAs(api.url, api.tokens.admin)) {
      const row = rows.filter({ hasText: id.slice(0, 8) });
      await row.focus();
      await page.keyboard.press('Delete');
      const dialog = page.getByRole('dialog', { name: 'Delete API key' });
      await expect(dialog.getByText(id, { exact: true })).toBeInViewport({ ratio: 1 });
      await expect(dialog.getByText(`••••${lastFour}`)).toBeInViewport({ ratio: 1 });
      for (const name of ['Cancel', 'Delete']) {
        await expect(dialog.getByRole('button', { name, exact: true })).toBeInViewport({ ratio: 1 });
      }
      await page.keyboard.press('Escape');
      await expect(dialog).toHaveCount(0);
    }
  });
});

test.describe('dates that cannot be', () => {
  const DATES = [
    '275760-09-14T00:00:00Z',
    '+275760-09-13T00:00:00Z',
    '-000044-03-15T00:00:00Z',
    null,
    -1,
    8.64e15,
    '',
    'yesterday',
  ];
  test.use({ keyApi: { keys: DATES.length + 1 } });

  test('fault 27: dates that cannot be are unknown, in the row and in the details', async ({
    keydesk: { page },
    api,
    faults,
  }) => {
    const change = alterRows((row, index) =>
      index < DATES.length ? { ...row, created_date: DATES[index] } : row,
    );
    faults.rule({ call: 'list', fault: change });
    await signIn(page, faults.url, api.tokens.admin);
    const rows = rowsOf(page);
    await expect(rows).toHaveCount(DATES.length + 1);
    await expect(rows.filter({ hasText: 'unknown' })).toHaveCount(DATES.length);
    await expect(rows.filter({ hasText: 'Unreadable' })).toHaveCount(0);
    await rowOf(page, 'CRM_Production').dblclick({ position: { x: 12, y: 12 } });
    const details = page.getByRole('dialog', { name: /CRM_Production/ });
    await expect(details.getByRole('definition').filter({ hasText: /^unknown$/ })).toHaveCount(1);
    await expect(details).not.toContainText(/NaN|Invalid|275760/);
  });
});
