import { act, fireEvent, screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import type { KeyRow } from '../../shared/api-key.ts';
import type { Attempt, CreateAttempt, DeleteAttempt } from '../../shared/attempt.ts';
import type { KeysState, LoadState } from '../keys/keys-state.ts';
import { listRow } from '../keys/listed-row.ts';
import { UNCERTAIN_CREATE } from '../test/fake-bridge.ts';
import { renderWith } from '../test/render-with.tsx';
import { sampleKey } from '../test/sample-key.ts';
import { AttemptBanners } from './attempt-banners.tsx';

const NOW = 1_700_000_000_000;
const AT = NOW - 3 * 60_000;
const KEY = sampleKey('3b241101-e2bb-4255-8caf-4136c566a962', { name: 'CRM', createdAt: AT });

const SENT: CreateAttempt = { ...UNCERTAIN_CREATE, at: AT, stage: 'sent' };
const BARE: CreateAttempt = { ...SENT, kept: 'time-only', details: null };
const CREATED: CreateAttempt = {
  ...SENT,
  stage: 'created',
  details: SENT.details && { ...SENT.details, keyId: KEY.id },
};
const DELETE: DeleteAttempt = {
  id: SENT.id,
  kind: 'delete',
  at: AT,
  stage: 'uncertain',
  kept: 'whole',
  details: { keyId: KEY.id, name: 'CRM', lastFour: 'a1b2' },
};

function show(attempt: Attempt, rows: readonly KeyRow[] = [], load: LoadState = { kind: 'ready' }) {
  const actions = { onLook: vi.fn(), onDetails: vi.fn(), onDelete: vi.fn(), onDismissed: vi.fn() };
  const state: KeysState = {
    list: { generation: 1, rows: rows.map(listRow) },
    load,
    loadedAt: NOW,
    isWhole: true,
  };
  const ui = <AttemptBanners attempts={[attempt]} state={state} now={NOW} {...actions} />;
  return { ...renderWith(ui), ...actions };
}

const words = () => screen.getByRole('status').textContent?.replaceAll('\u2068', '').replaceAll('\u2069', '');
const press = (name: string) => act(async () => void fireEvent.click(screen.getByRole('button', { name })));

it.each<[string, Attempt, readonly KeyRow[], string]>([
  [
    'a create that the program ended in',
    SENT,
    [],
    'CRM may exist: Keydesk ended while it was being created (3 minutes ago).',
  ],
  [
    'a create without a clear answer',
    { ...SENT, stage: 'uncertain' },
    [],
    'CRM may exist: creating it got no clear answer (3 minutes ago).',
  ],
  [
    'a create of which only the time was kept',
    BARE,
    [KEY, sampleKey('old', { createdAt: 0 })],
    'A key may exist: Keydesk ended while it was being created (3 minutes ago). What it was called could not be ' +
      'kept: no keyring protects it on this computer. Created since then: CRM',
  ],
  ['the same, and nothing new in the list', BARE, [], 'No key in the list is as new as that.'],
  [
    'a create that the keyring does not open',
    { ...BARE, kept: 'whole' },
    [],
    'What it was called cannot be read now: the keyring does not open it.',
  ],
  [
    'a key that was shown when the program ended',
    CREATED,
    [KEY],
    'CRM was created 3 minutes ago but was not marked as stored. If nobody has its secret, delete it and create a new one.',
  ],
  ['the same, deleted since', CREATED, [], 'It is no longer in the list.'],
  [
    'a delete, and the key is there',
    DELETE,
    [KEY],
    'Deleting CRM got no clear answer (3 minutes ago). It is still in the list.',
  ],
  [
    'a delete that the program ended in, and the key is gone',
    { ...DELETE, stage: 'sent' },
    [],
    'Keydesk ended while CRM was being deleted (3 minutes ago). It is no longer in the list.',
  ],
  [
    'a delete of which only the time was kept',
    { ...DELETE, details: null, kept: 'time-only' },
    [KEY],
    'Deleting a key got no clear answer (3 minutes ago). What it was called could not be kept',
  ],
])('tells of %s', (_, attempt, rows, expected) => {
  show(attempt, rows);
  expect(words()).toContain(expected);
});

it.each<[LoadState, string]>([
  [{ kind: 'loading', loaded: 0, estimatedTotal: null, refreshing: true, after: null }, 'Reading the list…'],
  [{ kind: 'partial' }, 'The whole list could not be read, so nobody knows yet.'],
  [
    { kind: 'failed', error: { kind: 'timeout' }, retryAt: null },
    'The whole list could not be read, so nobody knows yet.',
  ],
])('does not judge by a list that is not whole (%o)', (load, why) => {
  show(DELETE, [], load);
  expect(words()).not.toContain('in the list.');
  expect(words()).toContain(why);
});

it('leads to the form, the details, the delete dialog; and is dismissed', async () => {
  const first = show(SENT);
  await press('Look for it');
  expect(first.onLook).toHaveBeenCalledExactlyOnceWith(SENT);
  await press('Dismiss');
  expect(first.bridge.callsOf('dismissAttempt')).toEqual([{ id: SENT.id }]);
  expect(first.onDismissed).toHaveBeenCalledOnce();
  first.unmount();
  const second = show(CREATED, [KEY]);
  await press('Show details');
  expect(second.onDetails).toHaveBeenCalledExactlyOnceWith(KEY);
  await press('It is stored');
  expect(second.bridge.callsOf('dismissAttempt')).toHaveLength(1);
  second.unmount();
  const third = show(DELETE, [KEY]);
  await press('Delete…');
  expect(third.onDelete).toHaveBeenCalledExactlyOnceWith(KEY);
  third.unmount();
  const fourth = show(BARE, [KEY]);
  await press('CRM');
  expect(fourth.onDetails).toHaveBeenCalledExactlyOnceWith(KEY);
});

it('shows a name as text, on one line', () => {
  const name = '<img src=x onerror=alert(1)>\n\u202e'.padEnd(10_000, 'x');
  show({ ...SENT, details: SENT.details && { ...SENT.details, name } });
  expect(document.querySelector('img')).toBeNull();
  expect(words()).toContain('<img src=x onerror=alert(1)>');
});
