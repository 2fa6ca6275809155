import { expect, type Locator, type Page } from '@playwright/test';
import { signIn, test, trySignIn } from './support/app.ts';
import { makeCertificate } from './support/certificates.ts';
import { answer, type Fault, json, redirect, tooManyRequests, webPage } from './support/fault.ts';
import { alterRows, emptyPageWithMore, sameCursorAgain, samePageAgain } from './support/fault-pages.ts';
import { type FaultServer, startFaultServer } from './support/fault-server.ts';
import { askAs, rowOf } from './support/keys.ts';
import { startSink } from './support/sink.ts';

/* What the person sees when the server or the network fails; each number is that of a fault. */

type Api = { readonly url: string; readonly tokens: { readonly admin: string } };

/** Signs in and waits for the whole list: what goes wrong afterwards meets a list that is shown. */
async function showList(page: Page, faults: FaultServer, api: Api): Promise<void> {
  await signIn(page, faults.url, api.tokens.admin);
  await expect(page.getByText('24 keys', { exact: true })).toBeVisible();
}

function refresh(page: Page): Promise<void> {
  return page.getByRole('button', { name: 'Refresh', exact: true }).click();
}

const retryOf = (page: Page): Locator => page.getByRole('button', { name: 'Retry', exact: true });

/** The requests for the list that come of a refresh, once it is over. */
function countRequests(faults: FaultServer): () => number {
  const before = faults.requestsOf('list').length;
  return () => faults.requestsOf('list').length - before;
}

/** The list could not be loaded again: the reason, a way on, and the rows that were there. */
async function expectFailed(page: Page, sentence: string): Promise<void> {
  await expect(page.getByText(sentence)).toBeVisible();
  await expect(retryOf(page)).toBeEnabled();
  await expect(page.getByRole('progressbar')).toHaveCount(0);
  await expect(rowOf(page, 'CRM_Production')).toBeVisible();
  await expect(page.getByText('24 keys', { exact: true })).toBeVisible();
}

/** Nothing goes wrong any more: "Retry" brings the whole list, and what was made meanwhile. */
async function expectMended(page: Page, api: Api, sentence: string): Promise<void> {
  const made = { name: 'Made_Meanwhile', restricted: true, permissions: ['calls.view'] };
  await askAs(api.url, api.tokens.admin, 'POST', '/v1/api_key/', made);
  await retryOf(page).click();
  await expect(rowOf(page, 'Made_Meanwhile')).toBeVisible();
  await expect(page.getByText('25 keys', { exact: true })).toBeVisible();
  await expect(page.getByText(sentence)).toHaveCount(0);
  await expect(retryOf(page)).toHaveCount(0);
}

test.afterEach(({ keydesk: { output } }) => {
  expect(output(), 'what main has written').not.toContain('"event":"fault"');
});

test.describe('no server', () => {
  // The name is never found here; the server is reached through a proxy, as long as there is one.
  test.use({ launchArgs: ['--host-resolver-rules=MAP localhost ~NOTFOUND'] });

  test('fault 1: a host name that does not resolve', async ({ keydesk: { page, app }, api, faults }) => {
    const setProxy = (proxy: string | null) =>
      app.evaluate(async ({ session }, proxyRules) => {
        for (const name of ['key-api-reads', 'key-api-mutations']) {
          const each = session.fromPartition(name, { cache: false });
          const proxied = { proxyRules: proxyRules ?? '', proxyBypassRules: '<-loopback>' };
          await each.setProxy(proxyRules === null ? { mode: 'direct' } : proxied);
          await each.closeAllConnections();
        }
      }, proxy);
    await setProxy(`127.0.0.1:${faults.port}`);
    await signIn(page, `http://localhost:${faults.port}`, api.tokens.admin);
    await expect(page.getByText('24 keys', { exact: true })).toBeVisible();

    await setProxy(null);
    const requests = countRequests(faults);
    await refresh(page);
    await expectFailed(page, 'Cannot find the server');
    expect(requests()).toBe(0);
    await setProxy(`127.0.0.1:${faults.port}`);
    await expectMended(page, api, 'Cannot find the server');
  });

  test('fault 1: the same at sign-in', async ({ keydesk: { page }, api }) => {
    await trySignIn(page, 'https://localhost', api.tokens.admin);
    await expect(page.getByRole('alert')).toContainText('Cannot find the server');
    await expect(page.getByRole('textbox', { name: 'API address' })).toHaveValue('https://localhost');
    await expect(page.getByRole('textbox', { name: 'Admin token' })).toHaveValue(api.tokens.admin);
  });
});

test('fault 2: connection refused', async ({ keydesk: { page }, api, faults }) => {
  await showList(page, faults, api);
  await faults.refuse();
  await refresh(page);
  await expectFailed(page, 'The server does not accept connections');
  await faults.comeBack();
  await expectMended(page, api, 'The server does not accept connections');
});

test('fault 3: a line cut once in the middle of the list is mended quietly', async ({
  keydesk: { page },
  api,
  faults,
}) => {
  await showList(page, faults, api);
  const requests = countRequests(faults);
  faults.rule({ call: 'list', time: 1, fault: { kind: 'cut' } });
  await askAs(api.url, api.tokens.admin, 'POST', '/v1/api_key/', { name: 'Made_Before', restricted: false });
  await refresh(page);
  await expect(rowOf(page, 'Made_Before')).toBeVisible();
  await expect(page.getByText('25 keys', { exact: true })).toBeVisible();
  await expect(retryOf(page)).toHaveCount(0);
  expect(requests()).toBe(2);
});

/** Faults of a refresh, the sentence about each, and how many requests come of it. */
const REFRESHES: readonly (readonly [string, Fault, string, number])[] = [
  ['3: a line cut every time', { kind: 'cut' }, 'The connection to the server broke', 2],
  ['8: 503 on the list', json(503, {}), 'The server has a problem', 3],
  ['13: 200 with a web page', webPage(), 'The answer did not come from the key API', 1],
  ['14: 200 with an empty body', answer(200), 'The answer did not come from the key API', 1],
  ['14: 204', answer(204), 'The answer did not come from the key API', 1],
  [
    '16: a body that unpacks to 300 MB',
    { kind: 'bomb', bytes: 300 * 1024 * 1024 },
    'The answer is too large',
    1,
  ],
];
for (const [title, fault, sentence, expected] of REFRESHES) {
  test(`fault ${title}`, async ({ keydesk: { page }, api, faults }) => {
    await showList(page, faults, api);
    const requests = countRequests(faults);
    faults.rule({ call: 'list', fault });
    await refresh(page);
    await expectFailed(page, sentence);
    expect(requests()).toBe(expected);
    faults.heal();
    await expectMended(page, api, sentence);
  });
}

test('fault 13: a portal at sign-in', async ({ keydesk: { page }, api, faults }) => {
  faults.rule({ fault: webPage() });
  await trySignIn(page, faults.url, api.tokens.admin);
  await expect(page.getByRole('alert')).toContainText('The answer did not come from the key API');
  faults.heal();
  await page.getByRole('button', { name: 'Connect', exact: true }).click();
  await expect(page.getByText('24 keys', { exact: true })).toBeVisible();
});

test.describe('a server that asks to wait', () => {
  const gapsOf = (faults: FaultServer): readonly number[] => {
    const times = faults.requestsOf('list').map(({ at }) => at);
    return times.slice(1).map((at, index) => at - (times[index] ?? 0));
  };

  test('fault 10: Retry-After: 2 is waited for, and it works', async ({ keydesk: { page }, api, faults }) => {
    faults.rule({ call: 'list', time: 1, fault: tooManyRequests('2') });
    await showList(page, faults, api);
    const [gap = 0, ...more] = gapsOf(faults);
    expect(more).toEqual([]);
    expect(gap).toBeGreaterThanOrEqual(1_990);
  });

  test('fault 10: Retry-After: 3600 is counted down, with no endless spinner', async ({
    keydesk: { page },
    api,
    faults,
  }) => {
    await showList(page, faults, api);
    const requests = countRequests(faults);
    faults.rule({ call: 'list', fault: tooManyRequests('3600') });
    await refresh(page);
    await expect(page.getByText('The server asks to wait')).toBeVisible();
    const clock = page.getByRole('timer');
    await expect(clock).toHaveText(/^(1:00:00|59:\d\d)$/);
    const first = await clock.textContent();
    await expect(clock).not.toHaveText(first ?? '');
    await expect(page.getByRole('progressbar')).toHaveCount(0);
    await expect(rowOf(page, 'CRM_Production')).toBeVisible();
    expect(requests()).toBe(1);
  });

  for (const retryAfter of ['0', 'soon, please', 'Fri, 01 Jan 2021 00:00:00 GMT']) {
    test(`fault 10: Retry-After: ${retryAfter} brings no storm`, async ({
      keydesk: { page },
      api,
      faults,
    }) => {
      await showList(page, faults, api);
      const requests = countRequests(faults);
      faults.rule({ call: 'list', fault: tooManyRequests(retryAfter) });
      await refresh(page);
      await expectFailed(page, 'The server asks to wait');
      expect(requests()).toBe(3);
      const [first = 0, second = 0] = gapsOf(faults).slice(-2);
      expect(first).toBeGreaterThanOrEqual(990);
      expect(second).toBeGreaterThanOrEqual(1_990);
      faults.heal();
      await expectMended(page, api, 'The server asks to wait');
    });
  }
});

test('fault 15: unknown fields are ignored; a row with a missing or wrong field is marked, the others show', async ({
  keydesk: { page },
  api,
  faults,
}) => {
  const odd = alterRows((row, index) => {
    const { name, restricted, ...rest } = row;
    if (index === 1) return { ...rest, restricted };
    if (index === 2) return { ...rest, name, restricted: 'yes' };
    if (index === 3) return null;
    return { ...row, last_used: 'now', expiry: { on: [1] }, constructor: 'x' };
  });
  faults.rule({ call: 'list', fault: odd });
  await showList(page, faults, api);
  await expect(rowOf(page, 'CRM_Production')).not.toContainText('Unreadable');
  const unreadable = rowOf(page, 'unreadable row');
  await expect(unreadable.filter({ hasText: 'Unreadable: name' })).toHaveCount(1);
  await expect(rowOf(page, 'Booking_App')).toContainText('Unreadable: restricted');
  // What has no date stands last.
  await rowOf(page, 'CRM_Production').focus();
  await page.keyboard.press('End');
  await expect(unreadable.filter({ hasText: 'Unreadable: key id, name, last four' })).toHaveCount(1);
});

test.describe('a body that never ends', () => {
  const ENDLESS: Fault = { kind: 'drip', bytes: 500, milliseconds: 50, endless: true };

  test('fault 17: a body that never ends is given up after 30 seconds, which it says', async ({
    keydesk: { page },
    api,
    faults,
  }) => {
    test.setTimeout(90_000);
    await showList(page, faults, api);
    const requests = countRequests(faults);
    faults.rule({ call: 'list', fault: ENDLESS });
    await refresh(page);
    await expect(page.getByText('The server did not answer in time')).toBeVisible({ timeout: 40_000 });
    expect(Date.now() - (faults.requestsOf('list').at(-1)?.at ?? 0)).toBeGreaterThan(29_000);
    await expectFailed(page, 'The server did not answer in time');
    expect(requests()).toBe(1);
    faults.heal();
    await expectMended(page, api, 'The server did not answer in time');
  });

  test('fault 17: a body that never ends can be cancelled, and its connection is closed', async ({
    keydesk: { page },
    api,
    faults,
  }) => {
    await showList(page, faults, api);
    faults.rule({ call: 'list', fault: ENDLESS });
    await refresh(page);
    await expect.poll(() => faults.requestsOf('list').at(-1)?.carriedOut).toBe(true);
    await page.getByRole('button', { name: 'Cancel', exact: true }).click();
    await expect(page.getByRole('progressbar')).toHaveCount(0);
    await expect(rowOf(page, 'CRM_Production')).toBeVisible();
    await expect.poll(faults.openConnections).toBe(0);
  });
});

test.describe('a redirect', () => {
  test('fault 18: a redirect of the list to another host', async ({ keydesk: { page }, api, faults }) => {
    const sink = await startSink();
    await showList(page, faults, api);
    faults.rule({ call: 'list', fault: redirect(`${sink.url}/v1/api_key/`) });
    await refresh(page);
    await expectFailed(page, 'The server points to another address');
    faults.heal();
    await expectMended(page, api, 'The server points to another address');
    expect(sink.connections()).toBe(0);
    await sink.close();
  });

  test('fault 18: a redirect from https to http', async ({ keydesk: { page, app }, api }) => {
    const sink = await startSink();
    const server = await startFaultServer({ certificate: makeCertificate({ host: '127.0.0.1' }) });
    server.rule({ fault: redirect(`${sink.url}/v1/project/`) });
    // The certificate is believed here, so that the redirect is what is refused.
    await app.evaluate(({ session }) =>
      session
        .fromPartition('key-api-reads', { cache: false })
        .setCertificateVerifyProc((_request, judge) => judge(0)),
    );
    await trySignIn(page, server.url, api.tokens.admin);
    await expect(page.getByRole('alert')).toContainText('The server points to another address');
    expect(server.requestsOf('projects')).toHaveLength(1);
    expect(sink.connections()).toBe(0);
    await server.close();
    await sink.close();
  });
});

test('fault 22: a server that takes 20 seconds: progress and Cancel, and it works', async ({
  keydesk: { page },
  api,
  faults,
}) => {
  test.setTimeout(90_000);
  faults.rule({ call: 'list', fault: { kind: 'delay', milliseconds: 20_000 } });
  await signIn(page, faults.url, api.tokens.admin);
  await expect(page.getByRole('progressbar')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Cancel', exact: true })).toBeEnabled();
  await expect(page.getByText('24 keys', { exact: true })).toBeVisible({ timeout: 30_000 });
  expect(faults.requestsOf('list')).toHaveLength(1);

  await refresh(page);
  await expect.poll(() => faults.requestsOf('list').length).toBe(2);
  await page.getByRole('button', { name: 'Cancel', exact: true }).click();
  await expect(page.getByRole('progressbar')).toHaveCount(0);
  await expect(rowOf(page, 'CRM_Production')).toBeVisible();
});

for (const [what, fault, count] of [
  ['the same page again and again', samePageAgain, '24 keys'],
  ['a cursor that comes again', sameCursorAgain, '24 keys'],
  ['no rows and a promise of more', emptyPageWithMore, '0 keys'],
] as const) {
  test(`a list without an end is ended, and what is shown is not called whole: ${what}`, async ({
    keydesk: { page },
    api,
    faults,
  }) => {
    faults.rule({ call: 'list', fault: fault() });
    await signIn(page, faults.url, api.tokens.admin);
    await expect(page.getByText(count, { exact: true })).toBeVisible();
    await expect(page.getByText('The server did not say whether this is the whole list.')).toBeVisible();
    expect(faults.requestsOf('list').length).toBeLessThanOrEqual(2);
    faults.heal();
    await page.getByRole('button', { name: 'Load again', exact: true }).click();
    await expect(page.getByText('24 keys', { exact: true })).toBeVisible();
    await expect(page.getByText('The server did not say whether this is the whole list.')).toHaveCount(0);
  });
}
