import { fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { NO_ACCESS } from '../../shared/permissions.ts';
import { renderWith } from '../test/render-with.tsx';
import { notUnderstood, PasteLevels } from './paste-levels.tsx';

function open() {
  const onPaste = vi.fn();
  renderWith(<PasteLevels disabled={false} onPaste={onPaste} />);
  fireEvent.click(screen.getByRole('button', { name: 'Paste…' }));
  const type = (value: string) =>
    fireEvent.change(screen.getByRole('textbox', { name: 'Levels as text' }), { target: { value } });
  const use = screen.getByRole<HTMLButtonElement>('button', { name: 'Use these levels' });
  return { onPaste, type, use };
}

test('says what it has read and what it has not, before anything is set', async () => {
  const { onPaste, type, use } = open();
  expect(use.disabled).toBe(true);
  type('Calls: Read\nworkflows.view\nInvoices: Write');
  const status = screen.getByRole('status').textContent;
  expect(status).toContain('1 read, 0 write, 18 no access, 1 kept as they are');
  expect(status).toContain('Not understood:Invoices: Write');
  expect(onPaste).not.toHaveBeenCalled();
  fireEvent.click(use);
  expect(onPaste.mock.calls[0]?.[0]).toMatchObject({
    levels: { ...NO_ACCESS, calls: 'read' },
    carried: ['workflows.view'],
    unknown: ['Invoices: Write'],
  });
  await waitFor(() => expect(screen.queryByRole('textbox')).toBeNull());
});

test('of a text without one level nothing can be used', () => {
  const { type, use } = open();
  type('<img src=x onerror=alert(1)>');
  expect(use.disabled).toBe(true);
  expect(screen.getByRole('status').textContent).toContain('Nothing of it was understood.');
  expect(document.querySelector('img')).toBeNull();
});

test('tells in one line what was not understood', () => {
  const read = { levels: NO_ACCESS, carried: [], understood: 1 };
  expect(notUnderstood({ ...read, unknown: [] })).toBe('');
  expect(notUnderstood({ ...read, unknown: ['a\nb'] })).toBe('1 part was not understood: a b');
  expect(notUnderstood({ ...read, unknown: ['a', 'b'] })).toBe('2 parts were not understood: a · b');
});
