import type { RequestListener } from 'node:http';
import { gzipSync } from 'node:zlib';
import { expect, type Page } from '@playwright/test';
import type { AppError } from '../shared/app-error.ts';
import { signIn, test } from './support/app.ts';
import { makeCertificate } from './support/certificates.ts';
import { createKey, deleteKey, storeKey } from './support/keys.ts';
import { filesWith } from './support/leak-search.ts';
import { type LoginProxy, startLoginProxy } from './support/login-proxy.ts';
import { type RawServer, startRawServer } from './support/raw-server.ts';
import { jsonAnswer } from './support/recording-proxy.ts';
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
    recorder,
  }) => {
    await signIn(page, recorder.url, api.tokens.admin);
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
    const calls = recorder.requests.map(({ method, path }) => `${method} ${path}`);
    expect(calls.filter((call) => !documented.some((pattern) => pattern.test(call)))).toEqual([]);
    for (const pattern of documented) expect(calls.some((call) => pattern.test(call))).toBe(true);

    for (const { method, headers } of recorder.requests) {
      const { 'content-length': _, ...sent } = headers;
      expect.soft(sent, method).toEqual({
        host: new URL(recorder.url).host,
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
    recorder,
  }) => {
    await signIn(page, recorder.url, api.tokens.admin);
    await createKey(page, { name: 'Uses_The_Connection', levels: { Calls: 'Read' } });
    await storeKey(page);
    recorder.react(({ method }) =>
      method === 'POST' ? { kind: 'reset', carriedOut: true } : { kind: 'forward' },
    );
    const sent = recorder.requestsOf('POST', '/').length;
    expect(await create(page, 'Perhaps_Made')).toMatchObject({ kind: 'outcome-unknown', cause: 'network' });
    expect(recorder.requestsOf('POST', '/')).toHaveLength(sent + 1);
  });

  test('no redirect is followed: the other server sees nothing', async ({
    keydesk: { page },
    api,
    recorder,
  }) => {
    const sink = await startSink();
    await signIn(page, recorder.url, api.tokens.admin);
    const statuses = [301, 302, 303, 307, 308];
    for (const status of statuses) {
      recorder.react(() => ({ kind: 'answer', status, headers: { location: `${sink.url}/elsewhere` } }));
      expect(await connect(page, recorder.url, api.tokens.admin)).toMatchObject({ kind: 'redirect-refused' });
      const made = await create(page, 'Redirected');
      expect(made).toMatchObject({ kind: 'outcome-unknown', cause: 'unreadable-answer' });
    }
    expect(recorder.requestsOf('POST', '/')).toHaveLength(statuses.length);
    expect(sink.connections()).toBe(0);
    await sink.close();
  });
});

test.describe('what is kept of the answers', () => {
  test('no cookie, however often one is set, and no answer', async ({
    keydesk: { page, app, output },
    api,
    recorder,
    profile,
  }) => {
    recorder.react(() => ({
      kind: 'forward',
      headers: {
        'set-cookie': 'crumb=of-the-server; Max-Age=86400; Path=/',
        'cache-control': 'public, max-age=86400, immutable',
        etag: '"an-etag-of-the-server"',
        'strict-transport-security': 'max-age=86400',
        'alt-svc': 'h3=":443"; ma=86400',
        nel: '{"report_to":"x","max_age":86400}',
        'report-to': `{"group":"x","max_age":86400,"endpoints":[{"url":"${recorder.url}/report"}]}`,
      },
    }));
    await signIn(page, recorder.url, api.tokens.admin);
    await createKey(page, { name: 'Kept_By_Nobody', levels: { Calls: 'Read' } });
    await storeKey(page);
    await page.evaluate(() => window.keydesk.loadKeys({ loadId: 9001 }));
    await deleteKey(page, 'Kept_By_Nobody');

    expect(recorder.requests.length).toBeGreaterThan(6);
    const told = recorder.requests.filter(({ headers }) => headers.cookie ?? headers['if-none-match']);
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

test.describe('a server whose certificate is not good', () => {
  const day = 24 * 60 * 60 * 1000;
  const certificates = {
    'made by itself': makeCertificate({ host: '127.0.0.1' }),
    expired: makeCertificate({
      host: '127.0.0.1',
      from: new Date(Date.now() - 9 * day),
      until: new Date(Date.now() - day),
    }),
    'for another host': makeCertificate({ host: 'example.com' }),
  };
  test('is refused, with the reason and no way on', async ({ keydesk: { page } }) => {
    for (const [title, certificate] of Object.entries(certificates)) {
      const server = await startRawServer((_, response) => response.end('{}'), certificate);
      await page.getByRole('textbox', { name: 'API address' }).fill(`https://127.0.0.1:${server.port}`);
      await page.getByRole('textbox', { name: 'Admin token' }).fill('a-token');
      await page.getByRole('button', { name: 'Connect', exact: true }).click();
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
  const judgements = { authority: -202, date: -201, name: -200, other: -206 } as const;
  test('each judgement has its reason', async ({ keydesk: { page, app } }) => {
    for (const [reason, verdict] of Object.entries(judgements)) {
      await app.evaluate(({ session }, code) => {
        for (const name of ['key-api-reads', 'key-api-mutations']) {
          const each = session.fromPartition(name, { cache: false });
          each.setCertificateVerifyProc((_request, judge) => judge(code));
        }
      }, verdict);
      // A judgement is remembered for its certificate: each has one of its own.
      const server = await startRawServer(
        (_, response) => response.end('{}'),
        makeCertificate({ host: '127.0.0.1' }),
      );
      const told = await connect(page, `https://127.0.0.1:${server.port}`, 'a-token');
      expect(told).toMatchObject({ kind: 'certificate', reason });
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

  const login = (page: Page, password: string) =>
    page.evaluate(
      (given) => window.keydesk.setProxyLogin({ username: 'somebody', password: given }),
      password,
    );

  test407(
    'is told apart, takes the right login, and no file holds it',
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
    'says again that it asks after a wrong login, and takes the right one then',
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

  test407(
    'the same through a tunnel, where the token is behind the server’s certificate',
    async ({ keydesk: { page }, way }) => {
      const server = await startRawServer(
        (_, response) => response.end('{}'),
        makeCertificate({ host: '127.0.0.1' }),
      );
      const address = `https://127.0.0.1:${server.port}`;
      expect(await connect(page, address, 'a-token')).toMatchObject({ kind: 'proxy-login' });
      await login(page, 'pass-of-the-proxy');
      expect(await connect(page, address, 'a-token')).toMatchObject({
        kind: 'certificate',
        reason: 'authority',
      });
      expect(way.forwarded).toEqual([`CONNECT 127.0.0.1:${server.port}`]);
      await server.close();
    },
  );

  test('a server that asks for a login itself gets none', async ({ keydesk: { page } }) => {
    const server = await startRawServer((_, response) => {
      response.writeHead(401, { 'www-authenticate': 'Basic realm="x"', 'content-type': 'application/json' });
      response.end('{}');
    });
    expect(await connect(page, `http://127.0.0.1:${server.port}`, 'a-token')).toMatchObject({
      kind: 'unauthorized',
    });
    for (const { headers } of server.requests) expect(headers.authorization).toBe('Bearer a-token');
    await server.close();
  });
});

test.describe('answers of every kind', () => {
  /** A server of the test's own, and what a sign-in there comes to. */
  async function answered(
    page: Page,
    listener: RequestListener,
  ): Promise<{ error: AppError | null; server: RawServer }> {
    const server = await startRawServer(listener);
    return { error: await connect(page, `http://127.0.0.1:${server.port}`, 'a-token'), server };
  }
  const json = { 'content-type': 'application/json' };
  const emptyList = JSON.stringify({ data: [], has_more: false });

  test('packed ones are unpacked', async ({ keydesk: { page } }) => {
    const { error, server } = await answered(page, (_, response) => {
      response.writeHead(200, { ...json, 'content-encoding': 'gzip' }).end(gzipSync(emptyList));
    });
    expect(error).toBeNull();
    await server.close();
  });

  test('one that unpacks to more than the cap ends there, and its connection with it', async ({
    keydesk: { page },
  }) => {
    const packed = gzipSync(Buffer.alloc(300 * 1024 * 1024, 0x20));
    const { error, server } = await answered(page, (_, response) => {
      response.writeHead(200, { ...json, 'content-encoding': 'gzip' }).end(packed);
    });
    expect(error).toMatchObject({ kind: 'answer-too-large' });
    await server.close();
  });

  test('one that never ends is given up at the cap, and its connection is closed', async ({
    keydesk: { page, app },
  }) => {
    const before = await app.evaluate(() => process.memoryUsage.rss());
    const chunk = Buffer.alloc(1024 * 1024, 0x20);
    const { error, server } = await answered(page, (_, response) => {
      response.writeHead(200, json);
      const pour = (): void => {
        while (!response.destroyed && response.write(chunk)) {
          // The other side takes it.
        }
      };
      response.on('drain', pour);
      pour();
    });
    expect(error).toMatchObject({ kind: 'answer-too-large' });
    await expect.poll(server.open, { message: 'open connections' }).toBe(0);
    const after = await app.evaluate(() => process.memoryUsage.rss());
    expect(after - before).toBeLessThan(400 * 1024 * 1024);
    await server.close();
  });

  test('a body of many megabytes below the cap arrives whole', async ({ keydesk: { page } }) => {
    const { error, server } = await answered(page, (_, response) => {
      response
        .writeHead(200, json)
        .end(JSON.stringify({ data: [], has_more: false, padding: 'x'.repeat(30_000_000) }));
    });
    expect(error).toBeNull();
    await server.close();
  });

  test('a status that cannot be is calm', async ({ keydesk: { page, output } }) => {
    for (const status of [100, 199, 299, 304, 418, 600, 999]) {
      const { error, server } = await answered(page, (_, response) => {
        response.socket?.end(`HTTP/1.1 ${status} Odd\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`);
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
      const { error, server } = await answered(page, (_, response) => response.socket?.end(bytes));
      expect(error).not.toBeNull();
      await server.close();
    }
    expect(output()).not.toContain('"event":"fault"');
  });

  test('one that is given up is given up on the line as well', async ({
    keydesk: { page, output },
    api,
    recorder,
  }) => {
    await signIn(page, recorder.url, api.tokens.admin);
    const server = await startRawServer(() => undefined);
    const going = connect(page, `http://127.0.0.1:${server.port}`, 'a-token');
    await expect.poll(() => server.requests.length).toBe(1);
    await page.evaluate(() => window.keydesk.cancel({ call: 'connect' }));
    expect(await going).toMatchObject({ kind: 'cancelled' });
    await expect.poll(server.open, { message: 'open connections' }).toBe(0);

    recorder.react(() => ({ kind: 'hold', carriedOut: false }));
    const made = create(page, 'Given_Up');
    await expect.poll(() => recorder.requestsOf('POST', '/').length).toBe(1);
    await page.evaluate(() => window.keydesk.cancel({ call: 'createKey' }));
    expect(await made).toMatchObject({ kind: 'outcome-unknown', cause: 'cancelled' });
    expect(output()).not.toContain('"event":"fault"');
    await server.close();
  });

  test('what is sent arrives whole: a name of 100,000 characters', async ({
    keydesk: { page },
    api,
    recorder,
  }) => {
    await signIn(page, recorder.url, api.tokens.admin);
    recorder.react(() => jsonAnswer(422, { detail: [] }));
    const name = 'ñ€😀'.repeat(20_000);
    expect(await create(page, name)).toMatchObject({ kind: 'rejected' });
    const [{ body = '' } = {}] = recorder.requestsOf('POST', '/v1/api_key/');
    expect((JSON.parse(body) as { name: string }).name).toBe(name);
  });
});
