import { describe, expect, it } from 'vitest';
import type { NewKey } from '../../shared/api-key.ts';
import { createKeyApiClient, type KeyPage } from './client.ts';
import {
  cutShort,
  html,
  idOf,
  json,
  never,
  type Reply,
  reset,
  startTestServer,
  testTransport,
  wireKey,
  wirePage,
} from './test-server.ts';

async function serverAndClient(...replies: readonly Reply[]) {
  const server = await startTestServer(...replies);
  return {
    server,
    client: createKeyApiClient(testTransport(server.url)),
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}

const page = (numbers: readonly number[], rest: Readonly<Record<string, unknown>> = {}) =>
  json(
    200,
    wirePage(
      numbers.map((number) => wireKey(number)),
      rest,
    ),
  );

const MORE = { has_more: true };

async function walk(...replies: readonly Reply[]) {
  await using setup = await serverAndClient(...replies);
  const pages: KeyPage[] = [];
  const result = await setup.client.listKeys((rows) => pages.push(rows), never());
  return {
    result,
    pages,
    ids: pages.flatMap(({ rows }) => rows.map(({ id }) => id)),
    urls: setup.server.requests.map(({ url }) => url),
  };
}

const COMPLETE = { ok: true, value: { kind: 'complete' } };
const PARTIAL = { ok: true, value: { kind: 'partial' } };

describe('listKeys', () => {
  it('walks from page to page after the last id', async () => {
    const { result, ids, urls } = await walk(page([3, 2], { ...MORE, last_id: idOf(2) }), page([1]));
    expect(result).toEqual(COMPLETE);
    expect(ids).toEqual([3, 2, 1].map(idOf));
    expect(urls).toEqual([
      '/v1/api_key/?limit=1000&order=desc',
      `/v1/api_key/?limit=1000&order=desc&after=${idOf(2)}`,
    ]);
  });

  it('tells an empty list as one empty page', async () => {
    const { result, pages } = await walk(page([]));
    expect(result).toEqual(COMPLETE);
    expect(pages).toEqual([{ rows: [], estimatedTotal: 0 }]);
  });

  it.each([
    [{ ...MORE, total_pages: 3 }, 6],
    [{ ...MORE }, null],
    [{ ...MORE, total_pages: null }, null],
    [{ ...MORE, total_pages: 0 }, null],
    [{ ...MORE, total_pages: 1e12 }, null],
    [{ has_more: false, total_pages: 9 }, 2],
  ])('estimates the total from %j', async (rest, estimatedTotal) => {
    const { pages } = await walk(page([2, 1], rest), page([]));
    expect(pages[0]?.estimatedTotal).toBe(estimatedTotal);
  });

  it('drops rows that an earlier page had', async () => {
    const { result, ids } = await walk(page([4, 3], MORE), page([3, 2], MORE), page([2, 1]));
    expect(result).toEqual(COMPLETE);
    expect(ids).toEqual([4, 3, 2, 1].map(idOf));
  });

  it.each([
    ['the same page again and again', [page([2, 1], MORE)], 2],
    ['an empty page that promises more', [page([2, 1], MORE), page([], MORE)], 2],
    ['an empty first page that promises more', [page([], MORE)], 1],
    [
      'only rows that were there before',
      [page([3, 2], MORE), page([2, 3], { ...MORE, last_id: idOf(77) })],
      2,
    ],
    [
      'a cursor that comes again',
      [page([4], { ...MORE, last_id: idOf(9) }), page([3], { ...MORE, last_id: idOf(9) })],
      2,
    ],
    ['no cursor at all', [json(200, wirePage([wireKey(1), null], MORE))], 1],
  ])('ends a walk over %s', async (_, replies, requests) => {
    const { result, urls } = await walk(...replies);
    expect(result).toEqual(PARTIAL);
    expect(urls).toHaveLength(requests);
  });

  it('never asks for ever, though every page brings something new', async () => {
    let asked = 0;
    const client = createKeyApiClient({
      ...testTransport('https://api.example'),
      get: async () => {
        asked += 1;
        return { ok: true, value: wirePage([wireKey(asked)], MORE) };
      },
    });
    expect(await client.listKeys(() => undefined, never())).toEqual(PARTIAL);
    expect(asked).toBe(10_000);
  });

  it('shows the rows around an odd one', async () => {
    const odd = [
      wireKey(3),
      wireKey(2, { last_four_digits: null }),
      'nonsense',
      wireKey(1, { more: 'of it' }),
    ];
    const { result, pages } = await walk(json(200, wirePage(odd)));
    expect(result).toEqual(COMPLETE);
    expect(pages.flatMap(({ rows }) => rows).map(({ kind, id }) => [kind, id])).toEqual([
      ['key', idOf(3)],
      ['unreadable', idOf(2)],
      ['unreadable', null],
      ['key', idOf(1)],
    ]);
  });

  it('counts the position of odd rows through the whole walk', async () => {
    const { pages } = await walk(json(200, wirePage([null, wireKey(1)], MORE)), json(200, wirePage([null])));
    const odd = pages.flatMap(({ rows }) => rows).filter((row) => row.kind === 'unreadable');
    expect(odd.map(({ position }) => position)).toEqual([0, 2]);
  });

  it('keeps what came before an error', async () => {
    const { result, ids } = await walk(page([2, 1], MORE), json(403, {}));
    expect(result).toEqual({ ok: false, error: { kind: 'forbidden' } });
    expect(ids).toEqual([2, 1].map(idOf));
  });

  it.each([html(), json(200, []), json(200, { data: 'x', has_more: false }), json(200, { keys: [] })])(
    'knows what is not the key API (%#)',
    async (reply) => {
      const { result } = await walk(reply);
      expect(result).toEqual({ ok: false, error: { kind: 'not-the-key-api', status: 200 } });
    },
  );

  it('stops between two pages when it is cancelled', async () => {
    await using setup = await serverAndClient(page([2], MORE), page([1], MORE));
    const controller = new AbortController();
    const result = await setup.client.listKeys(() => controller.abort(), controller.signal);
    expect(result).toEqual({ ok: false, error: { kind: 'cancelled' } });
    expect(setup.server.requests).toHaveLength(1);
  });
});

describe('createKey', () => {
  const key: NewKey = { name: ' New ', access: { kind: 'restricted', permissions: ['calls.view'] } };

  async function create(reply: Reply, what: NewKey = key) {
    await using setup = await serverAndClient(reply);
    const result = await setup.client.createKey(what, never());
    const body = setup.server.requests[0]?.body ?? '';
    return { result, body, requests: setup.server.requests.length };
  }

  it('answers the key and its secret', async () => {
    const { result, body } = await create(json(200, wireKey(1, { value: 'whole-key' })));
    expect(result).toMatchObject({
      ok: true,
      value: { secret: 'whole-key', key: { id: idOf(1), name: 'Key 1' } },
    });
    expect(body).toBe('{"name":"New","restricted":true,"permissions":["calls.view"]}');
  });

  it('sends no permissions for an unrestricted key, and an empty list for one without access', async () => {
    const answer = json(200, wireKey(1, { value: 'v' }));
    const unrestricted = await create(answer, { name: 'a', access: { kind: 'unrestricted' } });
    expect(unrestricted.body).toBe('{"name":"a","restricted":false}');
    const none = await create(answer, { name: 'a', access: { kind: 'restricted', permissions: [] } });
    expect(none.body).toBe('{"name":"a","restricted":true,"permissions":[]}');
  });

  it.each([
    ['no secret', json(200, wireKey(1)), { kind: 'secret-missing', keyId: idOf(1) }],
    ['something else', json(200, { fine: true }), { kind: 'outcome-unknown', cause: 'unreadable-answer' }],
    ['half of it', cutShort, { kind: 'outcome-unknown', cause: 'network' }],
    ['a reset', reset, { kind: 'outcome-unknown', cause: 'network' }],
    ['502', html(502), { kind: 'outcome-unknown', cause: 'server-error' }],
    ['401', json(401, {}), { kind: 'unauthorized' }],
    [
      'a failed validation',
      json(422, { detail: [{ loc: ['body', 'name'], msg: 'too long' }] }),
      { kind: 'rejected', message: null, fields: [{ field: 'name', message: 'too long' }] },
    ],
  ])('answered with %s', async (_, reply, error) => {
    const { result, requests } = await create(reply);
    expect(result).toEqual({ ok: false, error });
    expect(requests).toBe(1);
  });
});

describe('deleteKey', () => {
  it('asks for exactly this key', async () => {
    await using setup = await serverAndClient(json(200, {}));
    expect(await setup.client.deleteKey(idOf(1), never())).toEqual({
      ok: true,
      value: { alreadyGone: false },
    });
    expect(setup.server.requests).toMatchObject([{ method: 'DELETE', url: `/v1/api_key/${idOf(1)}` }]);
  });

  it('takes a key that is not there for deleted, also after an error', async () => {
    await using setup = await serverAndClient(json(503, {}), json(404, { error_code: 'API_KEY_NOT_FOUND' }));
    expect(await setup.client.deleteKey(idOf(1), never())).toEqual({
      ok: false,
      error: { kind: 'server-error', status: 503 },
    });
    expect(await setup.client.deleteKey(idOf(1), never())).toEqual({
      ok: true,
      value: { alreadyGone: true },
    });
    expect(setup.server.requests).toHaveLength(2);
  });

  it.each(['', '..', 'x', `${idOf(1)}/x`, '../project/1', `${idOf(1)}?a`, `${idOf(1)}\n`])(
    'sends nothing for %j',
    async (id) => {
      await using setup = await serverAndClient(json(200, {}));
      expect(await setup.client.deleteKey(id, never())).toEqual({ ok: false, error: { kind: 'unexpected' } });
      expect(await setup.client.whoAmI(id, never())).toEqual({ ok: false, error: { kind: 'unexpected' } });
      expect(setup.server.requests).toEqual([]);
    },
  );
});

describe('who and where', () => {
  it('lists projects over several pages', async () => {
    const project = (number: number) => ({ id: idOf(number), name: `P${number}`, members_count: 1 });
    await using setup = await serverAndClient(
      json(200, wirePage([project(1), { id: 'odd' }], { has_more: true, last_id: idOf(1) })),
      json(200, wirePage([project(2)])),
    );
    expect(await setup.client.listProjects(never())).toEqual({
      ok: true,
      value: [
        { id: idOf(1), name: 'P1' },
        { id: idOf(2), name: 'P2' },
      ],
    });
    expect(setup.server.requests.map(({ url }) => url)).toEqual([
      '/v1/project/?limit=50&order=desc',
      `/v1/project/?limit=50&order=desc&after=${idOf(1)}`,
    ]);
  });

  it('reads the role', async () => {
    await using setup = await serverAndClient(
      json(200, { id: idOf(9), email: 'a@b', role: { name: 'reader' } }),
    );
    expect(await setup.client.whoAmI(idOf(1), never())).toEqual({
      ok: true,
      value: { user: { id: idOf(9), name: null, email: 'a@b' }, role: 'reader' },
    });
    expect(setup.server.requests[0]?.url).toBe(`/v1/project/${idOf(1)}/member/me`);
  });

  it.each([
    [page([1], MORE), { ok: true, value: undefined }],
    [json(403, {}), { ok: false, error: { kind: 'forbidden' } }],
    [json(401, {}), { ok: false, error: { kind: 'unauthorized' } }],
    [html(), { ok: false, error: { kind: 'not-the-key-api', status: 200 } }],
  ])('asks whether the list may be read (%#)', async (reply, expected) => {
    await using setup = await serverAndClient(reply);
    expect(await setup.client.canListKeys(never())).toEqual(expected);
    expect(setup.server.requests[0]?.url).toBe('/v1/api_key/?limit=1&order=desc');
  });
});
