import { describe, expect, test } from 'vitest';
import { refusal, startTestApi, type TestApi } from './test-api.ts';
import type { WireKey, WirePage } from './wire.ts';

const REFUSED = refusal(422, 'INVALID_PAGINATION_PARAMETERS', 'Invalid pagination parameters');

type Page = WirePage<WireKey>;
type Step = (page: Page) => string | null;

function ids(page: Page): string[] {
  return page.data.map(({ id }) => id);
}

/** Walks page by page until `step` knows no next query. */
async function walk(api: TestApi, first: string, step: Step): Promise<Page[]> {
  const pages: Page[] = [];
  for (let query: string | null = first; query !== null; ) {
    const page = await api.list(query);
    pages.push(page);
    query = step(page);
  }
  return pages;
}

describe.each(['asc', 'desc'] as const)('walks %s', (order) => {
  test.each([1, 7, 10, 59, 60, 61])('in pages of %i: no loss, no doubles', async (limit) => {
    const api = await startTestApi({ keys: 60 });
    const all = ids(await api.list(`?order=${order}&limit=1000`));
    expect(new Set(all).size).toBe(60);
    const query = `?order=${order}&limit=${limit}`;

    const forwards = await walk(api, query, (page) =>
      page.has_more ? `${query}&after=${page.last_id}` : null,
    );
    expect(forwards.flatMap(ids)).toEqual(all);
    expect(forwards).toHaveLength(Math.ceil(60 / limit));

    const backwards = await walk(api, `${query}&before=${all.at(-1)}`, (page) =>
      page.has_more ? `${query}&before=${page.first_id}` : null,
    );
    expect(backwards.toReversed().flatMap(ids)).toEqual(all.slice(0, -1));

    const paged = await walk(api, query, (page) =>
      page.has_more ? `${query}&page=${(page.current_page ?? 0) + 1}` : null,
    );
    expect(paged.flatMap(ids)).toEqual(all);
    expect(paged.map((page) => page.current_page)).toEqual(paged.map((_, index) => index + 1));
    expect(new Set(paged.map((page) => page.total_pages))).toEqual(new Set([Math.ceil(60 / limit)]));
  });
});

describe('the envelope', () => {
  test('without a cursor tells page and pages; 50 keys, the newest first, unless told', async () => {
    const api = await startTestApi({ keys: 60 });
    const page = await api.list();
    expect(page.data).toHaveLength(50);
    const { data: _, ...envelope } = page;
    const [first, last] = [ids(page)[0], ids(page).at(-1)];
    expect(envelope).toEqual({
      has_more: true,
      first_id: first,
      last_id: last,
      current_page: 1,
      total_pages: 2,
    });
    expect(page).toEqual(await api.list('?order=desc&limit=50&page=1'));
    const made = await api.create({ name: 'Newest', restricted: false });
    expect(ids(await api.list())[0]).toBe(made.id);
    expect(ids(await api.list('?order=asc&page=2')).at(-1)).toBe(made.id);
  });

  test('with a cursor tells neither', async () => {
    const api = await startTestApi({ keys: 3 });
    const [first, second, third] = ids(await api.list());
    const { data, ...envelope } = await api.list(`?after=${first}`);
    expect(data.map(({ id }) => id)).toEqual([second, third]);
    expect(envelope).toEqual({ has_more: false, first_id: second, last_id: third });
  });

  test('of an empty list or page has no ids', async () => {
    const empty = await startTestApi({ keys: 0 });
    expect(await empty.list()).toEqual({ data: [], has_more: false, current_page: 1, total_pages: 0 });
    const api = await startTestApi({ keys: 3 });
    const last = ids(await api.list()).at(-1);
    expect(await api.list(`?after=${last}`)).toEqual({ data: [], has_more: false });
    for (const order of ['asc', 'desc']) {
      expect(await api.list(`?page=9&order=${order}`)).toEqual({
        data: [],
        has_more: false,
        current_page: 9,
        total_pages: 1,
      });
    }
  });

  test('keys of one moment keep the order in which they were added', async () => {
    const api = await startTestApi({
      keys: 30,
      prepare: (state) => ({ ...state, keys: state.keys.map((key) => ({ ...key, createdAt: 1 })) }),
    });
    const rising = ids(await api.list('?order=asc'));
    expect(ids(await api.list('?order=desc'))).toEqual(rising.toReversed());
    const after = ids(await api.list(`?order=asc&after=${rising[9]}&limit=5`));
    expect(after).toEqual(rising.slice(10, 15));
  });
});

describe('cursors', () => {
  test.each(['after=ID&before=ID', 'after=ID&page=2', 'before=ID&page=1'])('?%s: 422', async (query) => {
    const api = await startTestApi();
    const [id = ''] = ids(await api.list());
    expect(await api.call('GET', `/v1/api_key/?${query.replaceAll('ID', id)}`)).toEqual(REFUSED);
  });

  test.each(['after', 'before'])('an id that never was, as %s: 422', async (cursor) => {
    const api = await startTestApi();
    const query = `?${cursor}=00000000-0000-4000-8000-000000000000`;
    expect(await api.call('GET', `/v1/api_key/${query}`)).toEqual(REFUSED);
    expect(await api.call('GET', `/v1/project/${query}`)).toEqual(REFUSED);
  });

  test.each(['asc', 'desc'])('a walk %s goes on where its cursor was deleted', async (order) => {
    const api = await startTestApi({ keys: 9 });
    const all = ids(await api.list(`?order=${order}`));
    await api.call('DELETE', `/v1/api_key/${all[4]}`);
    await api.call('DELETE', `/v1/api_key/${all[5]}`);
    const at = (cursor: string) => api.list(`?order=${order}&limit=2&${cursor}`);
    expect(ids(await at(`after=${all[4]}`))).toEqual([all[6], all[7]]);
    expect(ids(await at(`after=${all[5]}`))).toEqual([all[6], all[7]]);
    expect(ids(await at(`before=${all[5]}`))).toEqual([all[2], all[3]]);
    expect(ids(await at(`before=${all[4]}`))).toEqual([all[2], all[3]]);
  });

  test('keys that come while somebody walks shift nothing', async () => {
    const api = await startTestApi({ keys: 10 });
    const all = ids(await api.list());
    const first = await api.list('?limit=5');
    await api.create({ name: 'New', restricted: false });
    expect(ids(await api.list(`?after=${first.last_id}`))).toEqual(all.slice(5));
    expect((await api.list(`?before=${first.first_id}`)).data.map(({ name }) => name)).toEqual(['New']);
  });
});
