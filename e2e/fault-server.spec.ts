import { type IncomingHttpHeaders, type RequestOptions, request as send } from 'node:http';
import { request as sendOverTls } from 'node:https';
import { gunzipSync } from 'node:zlib';
import { expect } from '@playwright/test';
import { test } from './support/app.ts';
import { badCertificates, makeCertificate } from './support/certificates.ts';
import { answer, type Fault, json, proxyLogin, redirect, tooManyRequests, webPage } from './support/fault.ts';
import { alterRows, emptyPageWithMore, sameCursorAgain, samePageAgain } from './support/fault-pages.ts';
import { type FaultServer, startFaultServer } from './support/fault-server.ts';
import { listAs, type WireKey } from './support/keys.ts';

/* Each fault as a plain client sees it. No window is opened here. */

type Seen = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly body: Buffer };

type Sent = RequestOptions & { readonly method?: string; readonly body?: unknown; readonly ca?: string };

/** One call on a connection of its own, as it comes off the line. Rejects with what the line broke with. */
function call(url: string, { body, ...options }: Sent = {}): Promise<Seen> {
  return new Promise((resolve, reject) => {
    const open = url.startsWith('https:') ? sendOverTls : send;
    const request = open(url, { agent: false, ...options }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const { statusCode = 0, headers } = response;
        resolve({ status: statusCode, headers, body: Buffer.concat(chunks) });
      });
    });
    request.on('error', reject);
    request.end(body === undefined ? undefined : JSON.stringify(body));
  });
}

const codeOf = (going: Promise<unknown>): Promise<unknown> =>
  going.then(
    () => 'no error',
    (error: NodeJS.ErrnoException) => error.code,
  );

type Api = { readonly url: string; readonly tokens: { readonly admin: string } };

const as = ({ tokens }: Api) => ({ headers: { authorization: `Bearer ${tokens.admin}` } });

function list(faults: FaultServer, api: Api, query = ''): Promise<Seen> {
  return call(`${faults.url}/v1/api_key/${query}`, as(api));
}

function create(faults: FaultServer, api: Api, name = 'Made_By_Hand'): Promise<Seen> {
  const headers = { ...as(api).headers, 'content-type': 'application/json' };
  return call(`${faults.url}/v1/api_key/`, { method: 'POST', headers, body: { name, restricted: false } });
}

type PageOnWire = {
  readonly data: readonly WireKey[];
  readonly has_more: boolean;
  readonly last_id?: string;
};

const pageOf = ({ body }: Seen): PageOnWire => JSON.parse(body.toString()) as PageOnWire;

const count = async ({ url, tokens }: Api): Promise<number> => (await listAs(url, tokens.admin)).length;

test.describe('without a rule', () => {
  test('every call is answered truly and recorded', async ({ api, faults }) => {
    const before = Date.now();
    expect(pageOf(await list(faults, api, '?limit=5')).data).toHaveLength(5);
    expect((await create(faults, api)).status).toBe(200);
    const [{ id = '' } = {}] = await listAs(api.url, api.tokens.admin);
    await call(`${faults.url}/v1/api_key/${id}`, { method: 'DELETE', ...as(api) });
    await call(`${faults.url}/v1/project/`, as(api));
    await call(`${faults.url}/v1/project/${id}/member/me`, as(api));
    await call(`${faults.url}/elsewhere`, as(api));

    expect(faults.requests.map(({ method, path, call: name }) => [method, path, name])).toEqual([
      ['GET', '/v1/api_key/?limit=5', 'list'],
      ['POST', '/v1/api_key/', 'create'],
      ['DELETE', `/v1/api_key/${id}`, 'delete'],
      ['GET', '/v1/project/', 'projects'],
      ['GET', `/v1/project/${id}/member/me`, 'me'],
      ['GET', '/elsewhere', null],
    ]);
    const [made] = faults.requestsOf('create');
    expect(JSON.parse(made?.body ?? '')).toEqual({ name: 'Made_By_Hand', restricted: false });
    expect(made?.headers.authorization).toBe(`Bearer ${api.tokens.admin}`);
    expect(made?.at).toBeGreaterThanOrEqual(before);
    expect(made?.at).toBeLessThanOrEqual(Date.now());
    expect(faults.requests.every(({ carriedOut }) => carriedOut)).toBe(true);
  });

  test('a request that is meant for a proxy is served as well', async ({ api, faults }) => {
    const { host, port } = { host: '127.0.0.1', port: faults.port };
    const path = `http://keys.example:${port}/v1/api_key/`;
    expect((await call(faults.url, { host, port, path, ...as(api) })).status).toBe(200);
    expect(faults.requests[0]).toMatchObject({ path: '/v1/api_key/', call: 'list' });
  });

  test('and without a key API nothing is there', async () => {
    const server = await startFaultServer();
    expect((await call(server.url)).status).toBe(404);
    await server.close();
  });
});

test.describe('rules', () => {
  const statusOf = async (going: Promise<Seen>) => (await going).status;

  test('fit a call and the how-manieth time; others go on', async ({ api, faults }) => {
    await list(faults, api);
    faults.rule({ call: 'list', time: 2, fault: json(503, {}) });
    const statuses: number[] = [];
    for (const going of [list, create, list, list]) statuses.push(await statusOf(going(faults, api)));
    expect(statuses).toEqual([200, 200, 503, 200]);
    expect(faults.requestsOf('list').map(({ carriedOut }) => carriedOut)).toEqual([true, true, false, true]);
  });

  test('the youngest counts, each counts for itself, and heal takes all back', async ({ api, faults }) => {
    faults.rule({ call: 'list', fault: json(503, {}) });
    faults.rule({ call: 'list', time: 2, fault: json(429, {}) });
    faults.rule({ fault: ({ method }) => (method === 'POST' ? json(500, {}) : { kind: 'none' }) });
    expect(await statusOf(list(faults, api))).toBe(200);
    expect(await statusOf(create(faults, api))).toBe(500);
    faults.heal();
    expect(await statusOf(create(faults, api))).toBe(200);
    faults.rule({ call: 'list', fault: json(503, {}) });
    faults.rule({ call: 'list', time: 2, fault: json(429, {}) });
    expect(await statusOf(list(faults, api))).toBe(503);
    expect(await statusOf(list(faults, api))).toBe(429);
    expect(await statusOf(list(faults, api))).toBe(503);
  });
});

test.describe('the line', () => {
  test('is refused, and comes back on the same port', async ({ api, faults }) => {
    await faults.refuse();
    expect(await codeOf(list(faults, api))).toBe('ECONNREFUSED');
    await faults.comeBack();
    expect((await list(faults, api)).status).toBe(200);
    expect(faults.requests).toHaveLength(1);
  });

  test('is refused from one request on', async ({ api, faults }) => {
    faults.rule({ call: 'list', time: 2, fault: { kind: 'refuse' } });
    expect((await list(faults, api)).status).toBe(200);
    expect(await codeOf(list(faults, api))).toBe('ECONNRESET');
    expect(await codeOf(list(faults, api))).toBe('ECONNREFUSED');
    await faults.comeBack();
    expect((await list(faults, api)).status).toBe(200);
  });

  for (const carriedOut of [false, true]) {
    const when = carriedOut ? 'after' : 'before';

    test(`is reset ${when} the call is carried out`, async ({ api, faults }) => {
      faults.rule({ call: 'create', fault: { kind: 'reset', carriedOut } });
      expect(await codeOf(create(faults, api))).toBe('ECONNRESET');
      expect(faults.requestsOf('create')).toMatchObject([{ carriedOut }]);
      expect(await count(api)).toBe(carriedOut ? 25 : 24);
    });

    test(`hangs ${when} the call is carried out, until it is given up`, async ({ api, faults }) => {
      faults.rule({ call: 'create', fault: { kind: 'hang', carriedOut } });
      const giveUp = new AbortController();
      const going = call(`${faults.url}/v1/api_key/`, {
        method: 'POST',
        headers: { ...as(api).headers, 'content-type': 'application/json' },
        body: { name: 'Hangs', restricted: false },
        signal: giveUp.signal,
      });
      await expect.poll(() => faults.requestsOf('create')).toMatchObject([{ carriedOut }]);
      expect(faults.openConnections()).toBe(1);
      giveUp.abort();
      expect(await codeOf(going)).toBe('ABORT_ERR');
      await expect.poll(faults.openConnections).toBe(0);
      expect(await count(api)).toBe(carriedOut ? 25 : 24);
    });
  }

  test('ends in the middle of the answer', async ({ api, faults }) => {
    const whole = (await list(faults, api)).body;
    faults.rule({ call: 'list', fault: { kind: 'cut' } });
    const response = await fetch(`${faults.url}/v1/api_key/`, as(api));
    expect(response.headers.get('content-length')).toBe(String(whole.length));
    const come: Uint8Array[] = [];
    const reading = (async () => {
      for await (const chunk of response.body ?? []) come.push(chunk);
    })();
    await expect(reading).rejects.toThrow('terminated');
    expect(Buffer.concat(come)).toEqual(whole.subarray(0, Math.floor(whole.length / 2)));
  });

  test('says what is no HTTP', async ({ faults }) => {
    faults.rule({ fault: { kind: 'raw', bytes: '\x00\x01\x02' } });
    expect(await codeOf(call(faults.url))).toBe('HPE_INVALID_CONSTANT');
  });
});

test.describe('time', () => {
  test('passes before the true answer, or before another fault', async ({ api, faults }) => {
    faults.rule({ call: 'list', fault: { kind: 'delay', milliseconds: 300 } });
    const next: Fault = { kind: 'reset', carriedOut: false };
    faults.rule({ call: 'create', fault: { kind: 'delay', milliseconds: 300, next } });
    for (const [going, end] of [
      [list, 'no error'],
      [create, 'ECONNRESET'],
    ] as const) {
      const began = performance.now();
      expect(await codeOf(going(faults, api))).toBe(end);
      expect(performance.now() - began).toBeGreaterThanOrEqual(299);
    }
  });

  test('is not waited for when the server is closed', async ({ api }) => {
    const server = await startFaultServer({ api: api.fetch });
    server.rule({ fault: { kind: 'delay', milliseconds: 86_400_000 } });
    const going = codeOf(list(server, api));
    await expect.poll(() => server.requests.length).toBe(1);
    // It waits until nothing is under way any more: that the day is over, or the timer gone.
    await server.close();
    expect(await going).toBe('ECONNRESET');
    await server.close();
  });

  test('passes between the pieces of the true answer', async ({ api, faults }) => {
    const whole = (await list(faults, api, '?limit=1')).body;
    const bytes = Math.ceil(whole.length / 4);
    faults.rule({ call: 'list', fault: { kind: 'drip', bytes, milliseconds: 50, endless: false } });
    const began = performance.now();
    expect((await list(faults, api, '?limit=1')).body).toEqual(whole);
    expect(performance.now() - began).toBeGreaterThanOrEqual(199);
  });
});

test.describe('a body', () => {
  test('that never ends, slowly: the true answer and blanks', async ({ api, faults }) => {
    const whole = (await list(faults, api)).body;
    faults.rule({ call: 'list', fault: { kind: 'drip', bytes: 1000, milliseconds: 1, endless: true } });
    const response = await fetch(`${faults.url}/v1/api_key/`, as(api));
    let come = '';
    for await (const chunk of response.body ?? []) {
      come += Buffer.from(chunk).toString('latin1');
      if (come.length > whole.length + 5000) break;
    }
    expect(come.trimEnd()).toBe(whole.toString('latin1'));
    await expect.poll(faults.openConnections).toBe(0);
  });

  test('that never ends, as fast as it is taken', async ({ faults }) => {
    faults.rule({ fault: { kind: 'pour' } });
    const response = await fetch(faults.url);
    let come = 0;
    for await (const chunk of response.body ?? []) {
      come += chunk.length;
      if (come > 50_000_000) break;
    }
    expect(come).toBeGreaterThan(50_000_000);
    await expect.poll(faults.openConnections).toBe(0);
  });

  test('that unpacks to far more than is sent', async ({ faults }) => {
    faults.rule({ fault: { kind: 'bomb', bytes: 20_000_000 } });
    const { headers, body } = await call(faults.url);
    expect(headers['content-encoding']).toBe('gzip');
    expect(body.length).toBeLessThan(100_000);
    expect(gunzipSync(body).length).toBe(20_000_000);
  });
});

test.describe('an answer of another kind', () => {
  const ANSWERS: readonly (readonly [string, Fault, number, IncomingHttpHeaders, RegExp])[] = [
    ['a web page', webPage(), 200, { 'content-type': 'text/html; charset=utf-8' }, /^<!doctype html>/],
    ['nothing', answer(200), 200, { 'content-length': '0' }, /^$/],
    ['204', answer(204), 204, {}, /^$/],
    ['a busy server', json(503, { a: 1 }), 503, { 'content-type': 'application/json' }, /^{"a":1}$/],
    ['a redirect', redirect('http://other.example/'), 302, { location: 'http://other.example/' }, /^$/],
    ['a limit', tooManyRequests('-1'), 429, { 'retry-after': '-1' }, /TOO_MANY_REQUESTS/],
    ['a proxy', proxyLogin(), 407, { 'proxy-authenticate': 'Basic realm="The network"' }, /^$/],
    [
      'more headers',
      { kind: 'none', headers: { 'set-cookie': 'a=b' } },
      404,
      { 'set-cookie': ['a=b'] },
      /^$/,
    ],
  ];
  for (const [what, fault, status, headers, body] of ANSWERS) {
    test(what, async () => {
      const server = await startFaultServer();
      server.rule({ fault });
      const seen = await call(`${server.url}/v1/project/`);
      expect(seen.status).toBe(status);
      expect(seen.headers).toMatchObject(headers);
      expect(seen.body.toString()).toMatch(body);
      await server.close();
    });
  }

  test('a limit that does not say how long', async ({ faults }) => {
    faults.rule({ fault: tooManyRequests() });
    expect((await call(faults.url)).headers).not.toHaveProperty('retry-after');
  });

  test('one that hides that the call was carried out', async ({ api, faults }) => {
    faults.rule({ call: 'create', fault: answer(500, { carriedOut: true }) });
    expect((await create(faults, api)).status).toBe(500);
    expect(await count(api)).toBe(25);
  });
});

test.describe('pages', () => {
  test('that come again', async ({ api, faults }) => {
    faults.rule({ call: 'list', fault: samePageAgain() });
    const first = pageOf(await list(faults, api, '?limit=5'));
    const second = pageOf(await list(faults, api, `?limit=5&after=${first.last_id}`));
    expect(first.has_more).toBe(true);
    expect(second).toEqual(first);
  });

  test('whose cursor comes again', async ({ api, faults }) => {
    faults.rule({ call: 'list', fault: sameCursorAgain() });
    const first = pageOf(await list(faults, api, '?limit=12'));
    const second = pageOf(await list(faults, api, `?limit=12&after=${first.last_id}`));
    expect([second.last_id, second.has_more]).toEqual([first.last_id, true]);
    expect(first.data.at(-1)?.id).toBe(first.last_id);
    expect(second.data.map(({ id }) => id)).not.toContain(first.last_id);
  });

  test('that are empty and promise more', async ({ api, faults }) => {
    faults.rule({ call: 'list', fault: emptyPageWithMore() });
    expect(pageOf(await list(faults, api))).toEqual({ data: [], has_more: true });
  });

  test('whose rows are altered; a refusal stays as it is', async ({ api, faults }) => {
    const [, second, ...rest] = pageOf(await list(faults, api)).data;
    faults.rule({
      call: 'list',
      fault: alterRows((row, index) => (index === 0 ? { ...row, name: 7 } : row)),
    });
    const altered = pageOf(await list(faults, api)).data;
    expect(altered[0]?.name).toBe(7);
    expect(altered.slice(1)).toEqual([second, ...rest]);
    expect((await call(`${faults.url}/v1/api_key/`)).status).toBe(401);
  });
});

test.describe('a certificate', () => {
  const BAD = badCertificates('127.0.0.1');
  const CASES = [
    ['self-signed', {}, 'DEPTH_ZERO_SELF_SIGNED_CERT'],
    // Believed, so that what else is wrong with it can be seen.
    ['expired', { ca: BAD.expired.cert }, 'CERT_HAS_EXPIRED'],
    ['for another host', { ca: BAD['for another host'].cert }, 'ERR_TLS_CERT_ALTNAME_INVALID'],
  ] as const;
  for (const [which, trust, code] of CASES) {
    test(`that is ${which}`, async () => {
      const server = await startFaultServer({ certificate: BAD[which] });
      expect(await codeOf(call(server.url, trust))).toBe(code);
      expect(server.requests).toEqual([]);
      await server.close();
    });
  }

  test('that is good: all faults go over TLS as well', async ({ api }) => {
    const certificate = makeCertificate({ host: '127.0.0.1' });
    const server = await startFaultServer({ api: api.fetch, certificate });
    const sent = { ...as(api), ca: certificate.cert };
    expect((await call(`${server.url}/v1/api_key/`, sent)).status).toBe(200);
    server.rule({ call: 'list', fault: { kind: 'reset', carriedOut: true } });
    expect(await codeOf(call(`${server.url}/v1/api_key/`, sent))).toBe('ECONNRESET');
    await server.close();
  });
});
