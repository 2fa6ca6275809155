import { expect, it, vi } from 'vitest';
import { type AppError, fail, ok } from '../../shared/app-error.ts';
import { fakeClient } from '../session/fake-client.ts';
import { tryKey } from './try-key.ts';

it.each<[string, AppError | null]>([
  ['accepted', null],
  ['accepted', { kind: 'forbidden' }],
  ['refused', { kind: 'unauthorized' }],
  ['not-known', { kind: 'server-error', status: 503 }],
  ['not-known', { kind: 'not-the-key-api', status: 200 }],
  ['not-known', { kind: 'connection-refused' }],
])('%s after %o', async (trial, error) => {
  const clientWith = vi.fn(() =>
    fakeClient({ canListKeys: async () => (error ? fail(error) : ok(undefined)) }),
  );
  expect(await tryKey('kdemo_1', clientWith)).toBe(trial);
  expect(clientWith).toHaveBeenCalledExactlyOnceWith('kdemo_1');
});

it('sends nothing where nobody is signed in, nor a key that no header can hold', async () => {
  const clientWith = vi.fn(() => null);
  expect(await tryKey('kdemo_1', clientWith)).toBe('not-known');
  clientWith.mockClear();
  expect(await tryKey('with\nbreak', clientWith)).toBe('not-known');
  expect(clientWith).not.toHaveBeenCalled();
});
