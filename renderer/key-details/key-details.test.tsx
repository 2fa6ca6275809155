import { fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import type { KeyRow } from '../../shared/api-key.ts';
import { renderWith } from '../test/render-with.tsx';
import { sampleKey } from '../test/sample-key.ts';
import { KeyDetails } from './key-details.tsx';

const NOW = Date.UTC(2025, 5, 1);
const DAY = 86_400_000;
const KEY = sampleKey('key-1', {
  name: 'CRM_Query',
  createdAt: NOW - 3 * DAY,
  creatorId: 'user-1',
  permissions: ['calls.view', 'flows.run'],
});

const NO_PROBLEMS = { create: null, delete: null };

function show(row: KeyRow) {
  const [onClose, onDuplicate, onReplace, onDelete] = [vi.fn(), vi.fn(), vi.fn(), vi.fn()];
  const view = renderWith(
    <KeyDetails
      row={row}
      userId="user-1"
      now={NOW}
      onClose={onClose}
      onDuplicate={onDuplicate}
      onReplace={onReplace}
      onDelete={onDelete}
      problems={NO_PROBLEMS}
    />,
  );
  const text = screen.getByRole('dialog').textContent ?? '';
  return { ...view, text, onClose, onDuplicate, onReplace, onDelete };
}

test('names the key and tells its facts', async () => {
  const { text, bridge } = show(KEY);
  expect(screen.getByRole('dialog', { name: 'Details of CRM_Query' })).toBeTruthy();
  for (const part of ['key-1', '••••••••a1b2', '3 days ago', 'May 2025', 'Created byyou', 'Restricted']) {
    expect(text).toContain(part);
  }
  fireEvent.click(screen.getByRole('button', { name: 'Copy ID' }));
  await waitFor(() => expect(bridge.callsOf('copyKeyId')).toEqual([{ id: 'key-1' }]));
});

test('shows levels, other families and the exact strings behind a disclosure', () => {
  show(KEY);
  expect(screen.getByText('Calls').parentElement?.textContent).toBe('CallsRead');
  const disclosure = screen.getByText('Exact permissions').closest('details');
  expect(disclosure?.open).toBe(false);
  expect([...(disclosure?.querySelectorAll('li') ?? [])].map((item) => item.textContent)).toEqual([
    'calls.view',
    'flows.run',
  ]);
});

test('says in the words of the page that permissions are not edited', () => {
  expect(show(KEY).text).toContain(
    'If you need to change a key’s permissions, you must delete it and create a new one with the desired configuration.',
  );
});

test('an unrestricted key: full access, and the advice to restrict', () => {
  const { text } = show({ ...KEY, restricted: false, permissions: [] });
  expect(text).toContain('The key has full access to all API resources.');
  expect(text).toContain('Always restrict your keys');
  expect(screen.queryByText('Exact permissions')).toBeNull();
});

test('a restricted key without permissions', () => {
  expect(show({ ...KEY, permissions: [] }).text).toContain('Restricted, no access');
});

test('only a key older than a year is to be rotated', () => {
  expect(show(KEY).text).not.toContain('Rotate keys periodically');
});

test('an old key is to be rotated', () => {
  expect(show({ ...KEY, createdAt: NOW - 400 * DAY }).text).toContain('Rotate keys periodically');
});

test.each([null, Number.NaN, -8.64e15 - 1])('a date of %s and no creator are unknown', (createdAt) => {
  const { text } = show({ ...KEY, createdAt, creatorId: null });
  expect(text).toContain('Creation dateunknown');
  expect(text).toContain('Created byunknown');
  expect(text).not.toContain('Rotate');
});

test('another creator is shown by id', () => {
  expect(show({ ...KEY, creatorId: 'user-2' }).text).toContain('Created byuser-2');
});

test('nobody is not "you"', () => {
  renderWith(
    <KeyDetails
      row={{ ...KEY, creatorId: null }}
      userId={null}
      now={NOW}
      onClose={vi.fn()}
      onDuplicate={vi.fn()}
      onReplace={vi.fn()}
      onDelete={vi.fn()}
      problems={NO_PROBLEMS}
    />,
  );
  expect(screen.getByRole('dialog').textContent).toContain('Created byunknown');
});

test('Replace… hands the row on', () => {
  const { onReplace } = show(KEY);
  fireEvent.click(screen.getByRole('button', { name: 'Replace…' }));
  expect(onReplace).toHaveBeenCalledWith(KEY);
});

test('Duplicate… and Delete hand the row on; Escape closes', () => {
  const { onDuplicate, onDelete, onClose } = show(KEY);
  fireEvent.click(screen.getByRole('button', { name: 'Duplicate…' }));
  expect(onDuplicate).toHaveBeenCalledExactlyOnceWith(KEY);
  fireEvent.click(screen.getByRole('button', { name: 'Delete' }));
  expect(onDelete).toHaveBeenCalledExactlyOnceWith(KEY);
  fireEvent.keyDown(document.body, { key: 'Escape' });
  expect(onClose).toHaveBeenCalledOnce();
});

test('an unreadable key: what could be read, and what is wrong', () => {
  const { text } = show({
    kind: 'unreadable',
    id: null,
    name: null,
    lastFour: 'a1b2',
    createdAt: null,
    position: 4,
    problems: ['name', 'key ID'],
  });
  expect(text).toContain('This key could not be read');
  expect(text).toContain('••••••••a1b2');
  expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual(['name', 'key ID']);
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Delete' }).disabled).toBe(true);
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Duplicate…' }).disabled).toBe(true);
});

test('a hostile name is literal text', () => {
  show({ ...KEY, name: `<img src=x onerror=alert(1)>\n\u202E${'x'.repeat(10_000)}` });
  expect(document.querySelector('img')).toBeNull();
  expect(document.querySelector('bdi')?.textContent?.length).toBeLessThan(600);
});
