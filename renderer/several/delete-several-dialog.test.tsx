import { act, fireEvent, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import type { KeyRow } from '../../shared/api-key.ts';
import type { Deletion } from '../../shared/deletion.ts';
import { createFakeBridge, type FakeBridge } from '../test/fake-bridge.ts';
import { renderWith } from '../test/render-with.tsx';
import { sampleKey } from '../test/sample-key.ts';
import { DeleteSeveralDialog } from './delete-several-dialog.tsx';
import { createDeletionStore } from './deletion-store.ts';

const KEYS = ['k0', 'k1', 'k2'].map((id) => sampleKey(id));
const UNREADABLE: KeyRow = {
  kind: 'unreadable',
  id: null,
  name: 'Half',
  lastFour: null,
  createdAt: null,
  position: 4,
  problems: ['key ID'],
};

const ENDED: Deletion = {
  keys: [
    { id: 'k0', name: 'Key k0', lastFour: 'a1b2', outcome: { kind: 'deleted' } },
    { id: 'k1', name: 'Key k1', lastFour: 'a1b2', outcome: { kind: 'failed', error: { kind: 'forbidden' } } },
    { id: 'k2', name: 'Key k2', lastFour: 'a1b2', outcome: { kind: 'waiting' } },
  ],
  phase: { kind: 'ended-early', error: { kind: 'forbidden' } },
};

const button = (name: string) => screen.getByRole<HTMLButtonElement>('button', { name });

async function show(
  rows: readonly KeyRow[] | null,
  problem: string | null = null,
  held: Deletion | null = null,
) {
  const bridge: FakeBridge = createFakeBridge({ getDeletion: async () => held });
  const deletions = createDeletionStore({ bridge, removeKeys: () => {}, later: () => () => {} });
  const [onAnswered, onRead] = [vi.fn(), vi.fn()];
  renderWith(
    <DeleteSeveralDialog
      asking={rows}
      deletions={deletions}
      problem={problem}
      onAnswered={onAnswered}
      onRead={onRead}
    />,
    bridge,
  );
  await act(async () => void deletions.start());
  return { bridge, onAnswered, onRead };
}

const type = (value: string) => fireEvent.change(screen.getByRole('textbox'), { target: { value } });

test('deletes once the number is typed, and not before', async () => {
  const { bridge, onAnswered } = await show(KEYS);
  expect(button('Delete 3 keys').disabled).toBe(true);
  type('30');
  expect(button('Delete 3 keys').disabled).toBe(true);
  type(' 3 ');
  fireEvent.click(button('Delete 3 keys'));
  expect(bridge.callsOf('deleteKeys')).toEqual([{ ids: ['k0', 'k1', 'k2'], count: 3 }]);
  expect(onAnswered).toHaveBeenCalledOnce();
});

test('leaves out what has no id, and says so', async () => {
  const { bridge } = await show([...KEYS, UNREADABLE]);
  expect(screen.getByText(/The id of one of them could not be read: it stays/)).toBeTruthy();
  type('3');
  fireEvent.click(button('Delete 3 keys'));
  expect(bridge.callsOf('deleteKeys')).toEqual([{ ids: ['k0', 'k1', 'k2'], count: 3 }]);
});

test('deletes nothing where it went offline meanwhile', async () => {
  await show(KEYS, 'Not possible while offline');
  type('3');
  expect(button('Delete 3 keys').disabled).toBe(true);
  expect(screen.getByRole('status').textContent).toBe('Not possible while offline');
});

test('Cancel and Escape answer with no', async () => {
  const { bridge, onAnswered } = await show(KEYS);
  fireEvent.click(button('Cancel'));
  fireEvent.keyDown(document.body, { key: 'Escape' });
  expect(onAnswered).toHaveBeenCalledTimes(2);
  expect(bridge.callsOf('deleteKeys')).toEqual([]);
});

test('what became of the keys: those that failed first, and the two ways on', async () => {
  const { bridge, onRead } = await show(null, null, ENDED);
  expect(screen.getByRole('status').textContent).toBe('1 deleted, 1 failed, 1 not tried.');
  expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
    expect.stringContaining('Only administrators'),
    expect.stringContaining('Not tried'),
    expect.stringContaining('Deleted'),
  ]);
  fireEvent.click(button('Retry the 1 failed'));
  fireEvent.click(button('Go on with the other 1'));
  expect(bridge.callsOf('resumeDeletion')).toEqual([{ which: 'failed' }, { which: 'waiting' }]);
  fireEvent.click(button('Close'));
  expect(bridge.callsOf('dismissDeletion')).toHaveLength(1);
  expect(onRead).toHaveBeenCalledOnce();
});

test('nothing closes it on the way', async () => {
  const { bridge } = await show(null, null, { ...ENDED, phase: { kind: 'running' } });
  fireEvent.keyDown(document.body, { key: 'Escape' });
  expect(bridge.callsOf('dismissDeletion')).toEqual([]);
  fireEvent.click(button('Stop'));
  expect(bridge.callsOf('cancel')).toEqual([{ call: 'deleteKeys' }]);
});
