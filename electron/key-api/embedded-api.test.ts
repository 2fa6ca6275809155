import { describe, expect, it } from 'vitest';
import type { KeyRow } from '../../shared/api-key.ts';
import { startKeyApi } from '../demo/server.ts';
import { createKeyApiClient, type KeyPage } from './client.ts';
import { idOf, never, testTransport } from './test-server.ts';

async function embedded(options: Parameters<typeof startKeyApi>[0] = {}) {
  const api = await startKeyApi(options);
  const clientOf = (token: string) => createKeyApiClient(testTransport(api.url, { token }));
  return {
    ...api,
    clientOf,
    client: clientOf(api.tokens.admin),
    [Symbol.asyncDispose]: () => api.close(),
  };
}

type Client = Awaited<ReturnType<typeof embedded>>['client'];

async function pagesOf(client: Client): Promise<readonly KeyPage[]> {
  const pages: KeyPage[] = [];
  expect(await client.listKeys((page) => pages.push(page), never())).toEqual({
    ok: true,
    value: { kind: 'complete' },
  });
  return pages;
}

const rowsOf = async (client: Client): Promise<readonly KeyRow[]> =>
  (await pagesOf(client)).flatMap(({ rows }) => rows);

describe('against the embedded key API', () => {
  it('walks a long list, page by page and each key once', async () => {
    await using api = await embedded({ keys: 2_500 });
    const pages = await pagesOf(api.client);
    expect(pages.map(({ rows }) => rows.length)).toEqual([1000, 1000, 500]);
    expect(pages.map(({ estimatedTotal }) => estimatedTotal)).toEqual([3000, 3000, 3000]);
    expect(new Set(pages.flatMap(({ rows }) => rows.map(({ id }) => id))).size).toBe(2_500);
  });

  it('makes a key, shows it first in the list, deletes it, and knows it gone the second time', async () => {
    await using api = await embedded();
    const permissions = ['calls.view', 'agents.view'];
    const made = await api.client.createKey(
      { name: ' Deploy ', access: { kind: 'restricted', permissions } },
      never(),
    );
    if (!made.ok) throw new Error(made.error.kind);
    const { key, secret } = made.value;
    expect(key).toMatchObject({ kind: 'key', name: 'Deploy', restricted: true });
    expect([...key.permissions].sort()).toEqual([...permissions].sort());
    expect(secret.endsWith(key.lastFour)).toBe(true);
    expect((await rowsOf(api.client))[0]).toEqual(key);

    expect(await api.client.deleteKey(key.id, never())).toEqual({ ok: true, value: { alreadyGone: false } });
    expect((await rowsOf(api.client)).some(({ id }) => id === key.id)).toBe(false);
    expect(await api.client.deleteKey(key.id, never())).toEqual({ ok: true, value: { alreadyGone: true } });
  });

  it.each([{ kind: 'unrestricted' } as const, { kind: 'restricted', permissions: [] } as const])(
    'makes a key with access %j as it was asked',
    async (access) => {
      await using api = await embedded();
      const made = await api.client.createKey({ name: 'k', access }, never());
      expect(made).toMatchObject({
        ok: true,
        value: { key: { restricted: access.kind === 'restricted', permissions: [] } },
      });
    },
  );

  it('hands on which field was refused', async () => {
    await using api = await embedded();
    const access = { kind: 'restricted', permissions: ['no.such'] } as const;
    const refused = await api.client.createKey({ name: 'k', access }, never());
    expect(refused).toMatchObject({
      ok: false,
      error: { kind: 'rejected', fields: [{ field: 'permissions' }] },
    });
    const nameless = await api.client.createKey({ name: '  ', access: { kind: 'unrestricted' } }, never());
    expect(nameless).toMatchObject({ ok: false, error: { kind: 'rejected', fields: [{ field: 'name' }] } });
  });

  it('tells the roles apart', async () => {
    await using api = await embedded();
    for (const role of ['admin', 'member', 'reader'] as const) {
      const client = api.clientOf(api.tokens[role]);
      const projects = await client.listProjects(never());
      if (!projects.ok) throw new Error(projects.error.kind);
      expect(await client.whoAmI(projects.value[0]?.id ?? '', never())).toMatchObject({
        ok: true,
        value: { role },
      });
      expect((await client.canListKeys(never())).ok).toBe(role === 'admin');
    }
  });

  it('lists more projects than fit on a page', async () => {
    await using api = await embedded({ projects: 120 });
    const projects = await api.client.listProjects(never());
    expect(projects.ok && projects.value.length).toBe(120);
  });

  it('lets a key with the permission read the list, and says what it may not', async () => {
    await using api = await embedded();
    const access = { kind: 'restricted', permissions: ['api_keys.view'] } as const;
    const made = await api.client.createKey({ name: 'Reader', access }, never());
    const client = api.clientOf(made.ok ? made.value.secret : '');
    expect(await client.canListKeys(never())).toEqual({ ok: true, value: undefined });
    expect(await client.deleteKey(idOf(1), never())).toEqual({ ok: false, error: { kind: 'forbidden' } });
    expect((await client.listProjects(never())).ok).toBe(false);
  });

  it('is refused with a token that nobody made', async () => {
    await using api = await embedded();
    const client = api.clientOf('nobody');
    const unauthorized = { ok: false, error: { kind: 'unauthorized' } };
    expect(await client.canListKeys(never())).toEqual(unauthorized);
    expect(await client.createKey({ name: 'k', access: { kind: 'unrestricted' } }, never())).toEqual(
      unauthorized,
    );
  });
});
