import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, type Page } from '@playwright/test';
import type { AppError } from '../shared/app-error.ts';
import { signIn, test, trySignIn } from './support/app.ts';
import { badCertificates, makeCertificate } from './support/certificates.ts';
import { answerBoxes } from './support/connections.ts';
import { answer, type Fault, json, redirect } from './support/fault.ts';
import { type FaultServer, startFaultServer } from './support/fault-server.ts';
import { createKey, deleteKey, storeKey } from './support/keys.ts';
import { filesWith } from './support/leak-search.ts';
import { type LoginProxy, startLoginProxy } from './support/login-proxy.ts';
import { startSink } from './support/sink.ts';

/** What comes of a sign-in, through the bridge. */
function connect(page: Page, address: string, token: string): Promise<AppError | null> {
  return page.evaluate(
    async (input) => {
      const answer = await window.keydesk.connect(input);
      return answer.ok ? null : answer.error;
    },
    { address, token },
  );
}

/** What comes of a new key, through the bridge. */
function create(page: Page, name: string): Promise<AppError | null> {
  return page.evaluate(async (keyName) => {
    const access = { kind: 'restricted', permissions: ['calls.view'] } as const;
    const answer = await window.keydesk.createKey({ name: keyName, access });
    return answer.ok ? null : answer.error;
  }, name);
}

test.describe('what is sent', () => {
  test('only the documented calls, with no header that is not needed', async ({
    keydesk: { page },
    api,
    faults,
  }) => {
    await signIn(page, faults.url, api.tokens.admin);
    await createKey(page, { name: 'Sent_Once', levels: { Calls: 'Read' } });
    await storeKey(page);
    await deleteKey(page, 'Sent_Once');
    await page.evaluate(() => window.keydesk.signOut());

    const uuid = '[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}';
    const documented = [
      /^GET \/v1\/project\/\?limit=50&order=desc$/,
      new RegExp(`^GET /v1/project/${uuid}/member/me$`),
      /^GET \/v1\/api_key\/\?limit=1000&order=desc$/,
      /^POST \/v1\/api_key\/$/,
      new RegExp(`^DELETE /v1/api_key/${uuid}$`),
    ];
    const calls = faults.requests.map(({ method, path }) => `${method} ${path}`);
    expect(calls.filter((call) => !documented.some((pattern) => pattern.test(call)))).toEqual([]);
    for (const pattern of documented) expect(calls.some((call) => pattern.test(call))).toBe(true);

    for (const { method, headers } of faults.requests) {
      const { 'content-length': _, ...sent } = headers;
      expect.soft(sent, method).toEqual({
        host: new URL(faults.url).host,
        connection: 'keep-alive',
        accept: 'application/json',
        authorization: `Bearer ${api.tokens.admin}`,
        'user-agent': 'Keydesk',
        ...(method === 'POST' ? { 'content-type': 'application/json' } : {}),
        // Chromium's own, the same for everybody; it lets nobody leave them out.
        'accept-encoding': expect.stringMatching(/^gzip, deflate(, br(, zstd)?)?$/),
        'accept-language': 'en',
        'sec-fetch-dest': 'empty',
        'sec-fetch-mode': 'no-cors',
        'sec-fetch-site': 'none',
      });
    }
  });

  test('a create is sent once, also when its connection was used before and is reset', async ({
    keydesk: { page },
    api,
    faults,
  }) => {
    await signIn(page, faults.url, api.tokens.admin);
    await createKey(page, { name: 'Uses_The_Connection', levels: { Calls: 'Read' } });
    await storeKey(page);
    faults.rule({ call: 'create', fault: { kind: 'reset', carriedOut: true } });
    const sent = faults.requestsOf('create').length;
    expect(await create(page, 'Perhaps_Made')).toMatchObject({ kind: 'outcome-unknown', cause: 'network' });
    expect(faults.requestsOf('create')).toHaveLength(sent + 1);
  });

  test('fault 18: no redirect is followed: the other server sees nothing', async ({
    keydesk: { page },
    api,
    faults,
  }) => {
    const sink = await startSink();
    await signIn(page, faults.url, api.tokens.admin);
    const statuses = [301, 302, 303, 307, 308];
    for (const status of statuses) {
      faults.rule({ fault: redirect(`${sink.url}/elsewhere`, status) });
      expect(await connect(page, faults.url, api.tokens.admin)).toMatchObject({ kind: 'redirect-refused' });
      const made = await create(page, 'Redirected');
      expect(made).toMatchObject({ kind: 'outcome-unknown', cause: 'unreadable-answer' });
    }
    expect(faults.requestsOf('create')).toHaveLength(statuses.length);
    expect(sink.connections()).toBe(0);
    await sink.close();
  });
});

test.describe('what is kept of the answers', () => {
  test('fault 21: no cookie, however often one is set, and no answer', async ({
    keydesk: { page, app, output },
    api,
    faults,
    profile,
  }) => {
    const headers = {
      'set-cookie': 'crumb=of-the-server; Max-Age=86400; Path=/',
      'cache-control': 'public, max-age=86400, immutable',
      etag: '"an-etag-of-the-server"',
      'strict-transport-security': 'max-age=86400',
      'alt-svc': 'h3=":443"; ma=86400',
      nel: '{"report_to":"x","max_age":86400}',
      'report-to': `{"group":"x","max_age":86400,"endpoints":[{"url":"${faults.url}/report"}]}`,
    };
    faults.rule({ fault: { kind: 'none', headers } });
    await signIn(page, faults.url, api.tokens.admin);
    await createKey(page, { name: 'Kept_By_Nobody', levels: { Calls: 'Read' } });
    await storeKey(page);
    await page.getByRole('button', { name: 'Refresh' }).click();
    await deleteKey(page, 'Kept_By_Nobody');

    expect(faults.requests.length).toBeGreaterThan(6);
    const told = faults.requests.filter(({ headers }) => headers.cookie ?? headers['if-none-match']);
    expect(told).toEqual([]);
    const kept = await app.evaluate(async ({ session }) => {
      const options = { cache: false };
      const sessions = [
        session.defaultSession,
        session.fromPartition('key-api-reads', options),
        session.fromPartition('key-api-mutations', options),
      ];
      return Promise.all(
        sessions.map(async (each) => ({
          cookies: (await each.cookies.get({})).length,
          persistent: each.isPersistent() && each !== session.defaultSession,
        })),
      );
    });
    expect(kept).toEqual(kept.map(() => ({ cookies: 0, persistent: false })));
    const left = ['of-the-server', 'Kept_By_Nobody', 'CRM_Production', 'alex.morgan@example.com'];
    expect(await filesWith(profile, left)).toEqual([]);
    expect(output()).not.toContain('of-the-server');
  });
});

test('no call is reported to another host, as a server over TLS may ask', async ({
  keydesk: { page, app },
  profile,
}) => {
  const endpoints = [{ url: 'https://localhost:1/reports' }];
  const server = await startFaultServer({ certificate: makeCertificate({ host: 'localhost' }) });
  const headers = {
    'report-to': JSON.stringify({ group: 'calls', max_age: 86400, endpoints }),
    nel: JSON.stringify({ report_to: 'calls', max_age: 86400, success_fraction: 1 }),
  };
  server.rule({ fault: json(200, { data: [], has_more: false }, headers) });
  const file = path.join(profile, 'network.json');
  await app.evaluate(async ({ session }, log) => {
    const reads = session.fromPartition('key-api-reads', { cache: false });
    // NEL counts only where the certificate is good; no authority of the tests' own can be made to count here.
    reads.setCertificateVerifyProc((_request, judge) => judge(0));
    await reads.netLog.startLogging(log);
  }, file);
  expect(await connect(page, `https://localhost:${server.port}`, 'a-token')).toBeNull();
  await app.evaluate(({ session }) =>
    session.fromPartition('key-api-reads', { cache: false }).netLog.stopLogging(),
  );
  const log = JSON.parse(await readFile(file, 'utf8')) as { polledData: { reportingInfo: unknown } };
  expect(JSON.stringify(log)).toContain('/v1/project/');
  expect(log.polledData.reportingInfo).toEqual({ reportingEnabled: false });
  await server.close();
});

test.describe('a server whose certificate is not good', () => {
  test('fault 19: it is refused, with the reason and no way on', async ({ keydesk: { page } }) => {
    for (const [title, certificate] of Object.entries(badCertificates('127.0.0.1'))) {
      const server = await startFaultServer({ certificate });
      await trySignIn(page, server.url, 'a-token');
      await expect.poll(server.refusedHandshakes, { message: title }).toBeGreaterThan(0);
      await expect(page.getByRole('alert')).toContainText('certificate');
      await expect(page.getByRole('button', { name: /continue|proceed|anyway|ignore|trust/i })).toHaveCount(
        0,
      );
      expect(server.requests).toEqual([]);
      await server.close();
    }
  });

  // No authority of the tests' own can be made to count here: the judgement itself is put in its place.
  const judgements = {
    'is not from a trusted authority': -202,
    'has expired or is not valid yet': -201,
    'belongs to another host': -200,
    'is not valid': -206,
  } as const;
  test('fault 19: each judgement has its reason', async ({ keydesk: { page, app } }) => {
    for (const [reason, verdict] of Object.entries(judgements)) {
      await app.evaluate(({ session }, code) => {
        for (const name of ['key-api-reads', 'key-api-mutations']) {
          const each = session.fromPartition(name, { cache: false });
          each.setCertificateVerifyProc((_request, judge) => judge(code));
        }
      }, verdict);
      // A judgement is remembered for its certificate: each has one of its own.
      const server = await startFaultServer({ certificate: makeCertificate({ host: '127.0.0.1' }) });
      await trySignIn(page, server.url, 'a-token');
      await expect(page.getByRole('alert')).toContainText(`The server's certificate ${reason}`);
      expect(server.requests).toEqual([]);
      await server.close();
    }
  });
});

test.describe('a proxy that asks for its own login', () => {
  const test407 = test.extend<{ way: LoginProxy }>({
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures out of the pattern.
    way: async ({}, use) => {
      const way = await startLoginProxy('somebody:pass-of-the-proxy');
      await use(way);
      await way.close();
    },
    launchArgs: async ({ way }, use) =>
      use([`--proxy-server=127.0.0.1:${way.port}`, '--proxy-bypass-list=<-loopback>']),
  });

  test407(
    'fault 20: through the window: a wrong login gets a text about the proxy, the right one lets in',
    async ({ keydesk: { page }, api }) => {
      const logIn = async (password: string) => {
        await page.getByRole('button', { name: 'Log in to the proxy…' }).click();
        const dialog = page.getByRole('dialog', { name: 'Log in to the proxy' });
        await dialog.getByRole('textbox', { name: 'User name' }).fill('somebody');
        await dialog.getByRole('textbox', { name: 'Proxy password' }).fill(password);
        await dialog.getByRole('button', { name: 'Log in', exact: true }).click();
        await expect(dialog).toHaveCount(0);
      };
      await trySignIn(page, api.url, api.tokens.admin);
      await expect(page.getByRole('alert')).toContainText('The proxy asks for a login');
      await logIn('wrong');
      await expect(page.getByRole('alert')).toContainText('The proxy did not take this login');
      await logIn('pass-of-the-proxy');
      await expect(page.getByText('24 keys', { exact: true })).toBeVisible();
    },
  );

  const login = (page: Page, password: string) =>
    page.evaluate(
      (given) => window.keydesk.setProxyLogin({ username: 'somebody', password: given }),
      password,
    );

  test407(
    'fault 20: it is told apart, takes the right login, and no file holds it',
    async ({ keydesk: { page, output }, way, api, profile }) => {
      expect(await connect(page, api.url, api.tokens.admin)).toMatchObject({ kind: 'proxy-login' });
      expect(way.forwarded).toEqual([]);
      await login(page, 'pass-of-the-proxy');
      expect(await connect(page, api.url, api.tokens.admin)).toBeNull();
      expect(await create(page, 'Through_The_Proxy')).toBeNull();
      expect(way.forwarded).toContain(`POST ${api.url}/v1/api_key/`);
      expect(new Set(way.logins)).toEqual(new Set([null, 'somebody:pass-of-the-proxy']));
      expect(await filesWith(profile, ['pass-of-the-proxy'])).toEqual([]);
      expect(output()).not.toContain('pass-of-the-proxy');
    },
  );

  test407(
    'fault 20: it says again that it asks after a wrong login, and takes the right one then',
    async ({ keydesk: { page }, way, api }) => {
      expect(await connect(page, api.url, api.tokens.admin)).toMatchObject({ kind: 'proxy-login' });
      await login(page, 'wrong');
      expect(await connect(page, api.url, api.tokens.admin)).toMatchObject({ kind: 'proxy-login' });
      expect(way.forwarded).toEqual([]);
      await login(page, 'pass-of-the-proxy');
      expect(await connect(page, api.url, api.tokens.admin)).toBeNull();
      expect(way.logins.filter((each) => each === 'somebody:wrong')).toHaveLength(1);
    },
  );

  test407('its login is forgotten with all data', async ({ keydesk: { app, page }, way, api }) => {
    await answerBoxes(app, 1);
    await connect(page, api.url, api.tokens.admin);
    await login(page, 'pass-of-the-proxy');
    expect(await connect(page, api.url, api.tokens.admin)).toBeNull();
    const loaded = page.waitForEvent('load');
    // The page may be loaded anew before it has told that it was asked.
    await page.evaluate(() => void window.keydesk.eraseAll()).catch(() => undefined);
    await loaded;
    const before = way.logins.length;
    expect(await connect(page, api.url, api.tokens.admin)).toMatchObject({ kind: 'proxy-login' });
    expect(way.logins.slice(before)).toEqual([null]);
  });

  test407(
    'fault 20: the same through a tunnel, where the token is behind the server’s certificate',
    async ({ keydesk: { page }, way }) => {
      const server = await startFaultServer({ certificate: makeCertificate({ host: '127.0.0.1' }) });
      expect(await connect(page, server.url, 'a-token')).toMatchObject({ kind: 'proxy-login' });
      await login(page, 'pass-of-the-proxy');
      expect(await connect(page, server.url, 'a-token')).toMatchObject({
        kind: 'certificate',
        reason: 'authority',
      });
      expect(way.forwarded).toEqual([`CONNECT 127.0.0.1:${server.port}`]);
      await server.close();
    },
  );

  test('a server that asks for a login itself gets none', async ({ keydesk: { page } }) => {
    const server = await startFaultServer();
    server.rule({ fault: json(401, {}, { 'www-authenticate': 'Basic realm="x"' }) });
    expect(await connect(page, server.url, 'a-token')).toMatchObject({ kind: 'unauthorized' });
    expect(server.requests.length).toBeGreaterThan(0);
    for (const { headers } of server.requests) expect(headers.authorization).toBe('Bearer a-token');
    await server.close();
  });
});

test.describe('answers of every kind', () => {
  /** A server of the test's own, and what a sign-in there comes to. */
  async function answered(
    page: Page,
    fault: Fault,
  ): Promise<{ error: AppError | null; server: FaultServer }> {
    const server = await startFaultServer();
    server.rule({ fault });
    return { error: await connect(page, server.url, 'a-token'), server };
  }
  const emptyList = JSON.stringify({ data: [], has_more: false });

  test('packed ones are unpacked', async ({ keydesk: { page } }) => {
    const { error, server } = await answered(
      page,
      answer(200, {
        headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' },
        body: gzipSync(emptyList),
      }),
    );
    expect(error).toBeNull();
    await server.close();
  });

  test('one that never ends is given up at the cap, and its connection is closed', async ({
    keydesk: { page, app },
  }) => {
    const before = await app.evaluate(() => process.memoryUsage.rss());
    const { error, server } = await answered(page, { kind: 'pour' });
    expect(error).toMatchObject({ kind: 'answer-too-large' });
    await expect.poll(server.openConnections, { message: 'open connections' }).toBe(0);
    const after = await app.evaluate(() => process.memoryUsage.rss());
    expect(after - before).toBeLessThan(400 * 1024 * 1024);
    await server.close();
  });

  test('a body of many megabytes below the cap arrives whole', async ({ keydesk: { page } }) => {
    const { error, server } = await answered(
      page,
      json(200, { data: [], has_more: false, padding: 'x'.repeat(30_000_000) }),
    );
    expect(error).toBeNull();
    await server.close();
  });

  test('a status that cannot be is calm', async ({ keydesk: { page, output } }) => {
    for (const status of [100, 199, 299, 304, 418, 600, 999]) {
      const { error, server } = await answered(page, {
        kind: 'raw',
        bytes: `HTTP/1.1 ${status} Odd\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`,
      });
      expect(error, String(status)).not.toBeNull();
      await server.close();
    }
    expect(output()).not.toContain('"event":"fault"');
    expect(await page.evaluate(() => window.keydesk.getSession())).toHaveProperty('kind', 'signed-out');
  });

  test('what is no HTTP, and a line that breaks in an answer, are calm', async ({
    keydesk: { page, output },
  }) => {
    for (const bytes of ['\x00\x01\x02', 'HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{"data"']) {
      const { error, server } = await answered(page, { kind: 'raw', bytes });
      expect(error).not.toBeNull();
      await server.close();
    }
    expect(output()).not.toContain('"event":"fault"');
  });

  test('one that is given up is given up on the line as well', async ({
    keydesk: { page, output },
    api,
    faults,
  }) => {
    const server = await startFaultServer();
    server.rule({ fault: { kind: 'hang', carriedOut: false } });
    const going = connect(page, server.url, 'a-token');
    await expect.poll(() => server.requests.length).toBe(1);
    await page.evaluate(() => window.keydesk.cancel({ call: 'connect' }));
    expect(await going).toEqual({ kind: 'cancelled' });
    await expect.poll(server.openConnections, { message: 'open connections' }).toBe(0);

    await signIn(page, faults.url, api.tokens.admin);
    faults.rule({ fault: { kind: 'hang', carriedOut: false } });
    const made = create(page, 'Given_Up');
    await expect.poll(() => faults.requestsOf('create').length).toBe(1);
    await page.evaluate(() => window.keydesk.cancel({ call: 'createKey' }));
    expect(await made).toMatchObject({ kind: 'outcome-unknown', cause: 'cancelled' });
    expect(output()).not.toContain('"event":"fault"');
    await server.close();
  });

  test('what is sent arrives whole: a name of 100,000 characters', async ({
    keydesk: { page },
    api,
    faults,
  }) => {
    await signIn(page, faults.url, api.tokens.admin);
    faults.rule({ fault: json(422, { detail: [] }) });
    const name = 'ñ€😀'.repeat(20_000);
    expect(await create(page, name)).toMatchObject({ kind: 'rejected' });
    const [{ body = '' } = {}] = faults.requestsOf('create');
    expect((JSON.parse(body) as { name: string }).name).toBe(name);
  });
});
