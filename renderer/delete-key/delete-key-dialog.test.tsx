import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import type { KeyRow } from '../../shared/api-key.ts';
import { fail, ok, type Result } from '../../shared/app-error.ts';
import { deferred } from '../test/deferred.ts';
import { createFakeBridge, type FakeBridge } from '../test/fake-bridge.ts';
import { renderWith } from '../test/render-with.tsx';
import { sampleKey } from '../test/sample-key.ts';
import { DeleteKeyDialog } from './delete-key-dialog.tsx';

const ID = '3b241101-e2bb-4255-8caf-4136c566a962';
const KEY = sampleKey(ID, { name: 'CRM_Query' });

const button = (name: string) => screen.getByRole<HTMLButtonElement>('button', { name });
const dialog = () => screen.getByRole('dialog', { name: 'Delete API key' });

function show(bridge: FakeBridge = createFakeBridge(), row: KeyRow = KEY) {
  const [onClose, onDeleted] = [vi.fn(), vi.fn()];
  renderWith(<DeleteKeyDialog isGone={false} row={row} onClose={onClose} onDeleted={onDeleted} />, bridge);
  return { bridge, onClose, onDeleted };
}

async function clickDelete(): Promise<void> {
  await act(async () => {
    fireEvent.click(button('Delete'));
  });
}

afterEach(() => vi.useRealTimers());

test('names the key, its id and last four, and what its end means; Cancel has the focus', async () => {
  show();
  const text = dialog().textContent;
  for (const part of ['CRM_Query', ID, 'a1b2', 'permanent', 'stops working at once']) {
    expect(text).toContain(part);
  }
  await waitFor(() => expect(document.activeElement).toBe(button('Cancel')));
});

test.each([false, true])('deletes; already gone (%s) counts as deleted', async (alreadyGone) => {
  const { bridge, onDeleted } = show(createFakeBridge({ deleteKey: async () => ok({ alreadyGone }) }));
  await clickDelete();
  expect(bridge.callsOf('deleteKey')).toEqual([{ id: ID }]);
  expect(onDeleted).toHaveBeenCalledExactlyOnceWith(ID);
});

test('Cancel and Escape close it', () => {
  const { onClose, onDeleted } = show();
  fireEvent.click(button('Cancel'));
  fireEvent.keyDown(document.body, { key: 'Escape' });
  expect(onClose).toHaveBeenCalledTimes(2);
  expect(onDeleted).not.toHaveBeenCalled();
});

test('is locked while the call runs; a long wait can be given up', async () => {
  vi.useFakeTimers();
  const { promise, resolve } = deferred<Result<{ alreadyGone: boolean }>>();
  const { bridge, onClose } = show(createFakeBridge({ deleteKey: () => promise }));
  await clickDelete();
  await clickDelete();
  expect(bridge.callsOf('deleteKey')).toHaveLength(1);
  expect(button('Cancel').disabled && button('Delete').disabled).toBe(true);
  expect(screen.getByRole('status').textContent).toBe('Deleting…');
  fireEvent.keyDown(document.body, { key: 'Escape' });
  const overlay = document.querySelector('.mantine-Modal-inner');
  if (overlay) fireEvent.click(overlay);
  expect(onClose).not.toHaveBeenCalled();
  expect(screen.queryByRole('button', { name: 'Stop waiting' })).toBeNull();
  act(() => vi.advanceTimersByTime(6000));
  fireEvent.click(button('Stop waiting'));
  expect(bridge.callsOf('cancel')).toEqual([{ call: 'deleteKey' }]);
  await act(async () => resolve(fail({ kind: 'outcome-unknown', cause: 'cancelled' })));
  expect(screen.getByRole('alert').textContent).toContain('Cancelled after it was sent');
  expect(button('Delete').disabled).toBe(false);
});

test('an error stands in the dialog, with what to do, and it can be tried again', async () => {
  const answers = [fail({ kind: 'connection-refused' }), ok({ alreadyGone: false })];
  const { onDeleted } = show(
    createFakeBridge({ deleteKey: async () => answers.shift() ?? fail({ kind: 'unexpected' }) }),
  );
  await clickDelete();
  expect(screen.getByRole('alert').textContent).toContain('Try again in a while.');
  expect(document.activeElement).toBe(button('Cancel'));
  await clickDelete();
  expect(onDeleted).toHaveBeenCalledOnce();
});

test('a hostile name is isolated text, and the id stays in sight', () => {
  const name = `<img src=x onerror=alert(1)>\n\u202Eevil{{constructor}}${'x'.repeat(10_000)}`;
  show(createFakeBridge(), { ...KEY, name });
  expect(document.querySelector('img')).toBeNull();
  const shown = dialog().querySelector('bdi');
  expect(shown?.textContent).toContain('{{constructor}}');
  expect(shown?.textContent?.length).toBeLessThan(600);
  expect(screen.getByText(ID)).toBeTruthy();
});

test('a key without a readable id cannot be deleted, and the dialog says why', () => {
  const row: KeyRow = {
    kind: 'unreadable',
    id: null,
    name: null,
    lastFour: null,
    createdAt: null,
    position: 0,
    problems: ['name'],
  };
  show(createFakeBridge(), row);
  expect(button('Delete').disabled).toBe(true);
  expect(dialog().textContent).toContain('cannot be deleted from here');
});
