import { type ElectronApplication, expect, type Page } from '@playwright/test';
import { signIn } from './support/app.ts';
import { json } from './support/fault.ts';
import { test } from './support/keyring-app.ts';

/* Sleep, a clock that is moved, another time zone: no storm of requests, and nothing is said to have expired. */

const HOUR = 3_600_000;
const YEAR = 365 * 24 * HOUR;
const AT_ONCE = 5;

/** The window is looked at, and the network comes back, several times at once. */
async function wake(page: Page): Promise<void> {
  await page.evaluate((times) => {
    for (let time = 0; time < times; time += 1) {
      window.dispatchEvent(new Event('focus'));
      window.dispatchEvent(new Event('online'));
    }
  }, AT_ONCE);
}

/** Main's clock is another one from now on. */
async function moveMain(app: ElectronApplication, by: number): Promise<void> {
  await app.evaluate((_electron, milliseconds) => {
    const real = Date.now;
    Date.now = () => real() + milliseconds;
  }, by);
}

async function expectCalm(page: Page): Promise<void> {
  await expect(page.getByText('24 keys', { exact: true })).toBeVisible();
  await expect(page.getByText(/^Updated just now$/)).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByText(/expired/i)).toHaveCount(0);
}

test('fault 43: eight hours of sleep and a clock moved by a year bring one request each, and no prompt', async ({
  launch,
  api,
  faults,
}) => {
  const { page, app } = await launch();
  await page.clock.install();
  await signIn(page, faults.url, api.tokens.admin);
  await expectCalm(page);
  const lists = () => faults.requestsOf('list').length;
  const before = lists();
  await wake(page);
  expect(lists()).toBe(before);

  let requests = before;
  for (const by of [8 * HOUR, YEAR, -YEAR]) {
    await moveMain(app, by);
    if (by === 8 * HOUR) await page.clock.fastForward(by);
    else await page.clock.setSystemTime(Date.now() + 8 * HOUR + Math.max(0, by));
    await wake(page);
    requests += 1;
    await expect.poll(lists).toBe(requests);
    await expectCalm(page);
    expect(lists()).toBe(requests);
  }

  // A server that fails while the computer sleeps: the waiting try is made once, and "Retry" is at hand.
  faults.rule({ call: 'list', fault: json(500, {}) });
  await page.getByRole('button', { name: 'Refresh', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('The server has a problem');
  const failed = lists();
  await page.clock.fastForward(8 * HOUR);
  await expect.poll(lists).toBe(failed + 1);
  await expect(page.getByText(/^Trying again in/)).toBeVisible();
  await wake(page);
  expect(lists()).toBe(failed + 1);
  faults.heal();
  await page.getByRole('button', { name: 'Retry' }).click();
  await expectCalm(page);
});

test('fault 43: in another time zone the copy is as old as it is, and one request brings the list', async ({
  start,
  api,
  faults,
}) => {
  const first = await start({ TZ: 'Pacific/Kiritimati' });
  await signIn(first.page, faults.url, api.tokens.admin);
  await expectCalm(first.page);
  const updated = first.page.getByText(/^Updated just now$/);
  const there = await updated.getAttribute('title');
  await first.close();

  // A day and an hour behind.
  await faults.refuse();
  const second = await start({ TZ: 'America/Adak' });
  const offline = second.page.getByRole('status').filter({ hasText: /^Offline/ });
  await expect(offline).toContainText('copy of the list from just now');
  await expect(offline).not.toContainText(there ?? '?');
  await faults.comeBack();
  const before = faults.requestsOf('list').length;
  await second.page.getByRole('button', { name: 'Retry' }).click();
  await expectCalm(second.page);
  expect(faults.requestsOf('list').length - before).toBe(1);
});
