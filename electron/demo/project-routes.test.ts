import { describe, expect, test } from 'vitest';
import { PERMISSION_NAMES } from './permission-names.ts';
import { invalid, refusal, startTestApi } from './test-api.ts';
import type { WireMember, WirePage, WireProject } from './wire.ts';

const FIRST = '6a1f3c52-08d4-4e0b-8f57-000000000001';
const ME = `/v1/project/${FIRST}/member/me`;

describe('GET /v1/project/', () => {
  test.each(['admin', 'member', 'reader'] as const)('tells a %s the one project', async (role) => {
    const api = await startTestApi();
    expect(await api.call('GET', '/v1/project/', { token: api.tokens[role] })).toEqual({
      status: 200,
      body: {
        data: [
          { id: FIRST, name: 'Demo project', description: expect.stringMatching(/real/), members_count: 4 },
        ],
        has_more: false,
        first_id: FIRST,
        last_id: FIRST,
        current_page: 1,
        total_pages: 1,
      },
    });
  });

  test('tells several, ten a page, the newest first', async () => {
    const api = await startTestApi({ projects: 12 });
    const list = async (query: string) =>
      (await api.call('GET', `/v1/project/${query}`)).body as WirePage<WireProject>;
    const first = await list('');
    expect(first).toMatchObject({ has_more: true, current_page: 1, total_pages: 2 });
    expect(first.data.map(({ name }) => name).slice(0, 2)).toEqual(['Demo project 12', 'Demo project 11']);
    const second = await list(`?after=${first.last_id}`);
    expect(second).toMatchObject({ has_more: false });
    expect(second.data.map(({ name }) => name)).toEqual(['Demo project 2', 'Demo project']);
    expect(second.data[0]).not.toHaveProperty('description');
    expect((await list('?order=asc&limit=50')).data).toEqual([...first.data, ...second.data].toReversed());
  });

  test('tells none', async () => {
    const api = await startTestApi({ projects: 0 });
    expect(await api.call('GET', '/v1/project/')).toMatchObject({ status: 200, body: { data: [] } });
    expect(await api.call('GET', ME)).toMatchObject({ status: 404 });
  });
});

describe('GET /v1/project/{project_id}/member/me', () => {
  test('tells each person apart', async () => {
    const api = await startTestApi();
    const me = async (role: 'admin' | 'member' | 'reader') =>
      (await api.call('GET', ME, { token: api.tokens[role] })).body as WireMember;
    const admin = await me('admin');
    expect(admin).toEqual({
      id: '1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4b01',
      email: 'alex.morgan@example.com',
      first_name: 'Alex',
      last_name: 'Morgan',
      role: { id: expect.any(String), name: 'admin', permissions: PERMISSION_NAMES },
      added_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
    });
    const [member, reader] = [await me('member'), await me('reader')];
    expect(member.role.name).toBe('member');
    expect(member.role.permissions).not.toContain('api_keys.view');
    expect(reader.role.name).toBe('reader');
    expect(reader.role.permissions.every((name) => name.endsWith('.view'))).toBe(true);
    expect(reader).not.toHaveProperty('first_name');
    expect(new Set([admin.id, member.id, reader.id]).size).toBe(3);
  });

  test('is an administrator of each of several projects', async () => {
    const api = await startTestApi({ projects: 2 });
    expect(await api.call('GET', ME.replace(/1\/member/, '2/member'))).toMatchObject({
      body: { role: { name: 'admin' } },
    });
  });

  test('of a project that is not there: 404; of no uuid: 422', async () => {
    const api = await startTestApi();
    expect(await api.call('GET', ME.replace(/1\/member/, '2/member'))).toEqual(
      refusal(404, 'PROJECT_NOT_FOUND', 'Project not found'),
    );
    expect(await api.call('GET', '/v1/project/mine/member/me')).toEqual(
      invalid(['path', 'project_id'], 'uuid_parsing', 'Input should be a valid UUID'),
    );
  });
});

test('61 permissions in 22 families', () => {
  expect(new Set(PERMISSION_NAMES).size).toBe(61);
  expect(PERMISSION_NAMES).toHaveLength(61);
  expect(new Set(PERMISSION_NAMES.map((name) => name.split('.')[0])).size).toBe(22);
});
