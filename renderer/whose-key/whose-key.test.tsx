import { act, fireEvent, screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { listRow } from '../keys/listed-row.ts';
import { createFakeBridge } from '../test/fake-bridge.ts';
import { renderWith } from '../test/render-with.tsx';
import { sampleKey } from '../test/sample-key.ts';
import { endingIn, whoseKey } from './whose-key.ts';
import { WhoseKeyDialog } from './whose-key-dialog.tsx';

const SECRET = 'kdemo_0123456789abcdefwxyz';
const ROWS = [
  sampleKey('11111111-aaaa-4aaa-8aaa-000000000001', { name: 'CRM_Query', lastFour: 'wxyz' }),
  sampleKey('22222222-aaaa-4aaa-8aaa-000000000002', { name: 'Booking_App', lastFour: 'b00k' }),
].map(listRow);

it('finds by the last four letters alone, and keeps nothing else', () => {
  expect(whoseKey(` ${SECRET}\n`)).toEqual({ kind: 'sought', lastFour: 'wxyz' });
  expect(endingIn('wxyz', ROWS)).toEqual([ROWS[0]]);
  expect(JSON.stringify(whoseKey(SECRET))).not.toContain('0123456789');
});

it.each(['', 'wxyz', 'two words that are none'])('takes no part of a key: %o', (pasted) => {
  expect(whoseKey(pasted)).toEqual({ kind: 'not-whole' });
});

function show() {
  const onDetails = vi.fn();
  const bridge = createFakeBridge();
  renderWith(<WhoseKeyDialog rows={ROWS} openId="a" onDetails={onDetails} />, bridge);
  act(() => bridge.emit('menuCommand', 'whose-key'));
  const field = screen.getByLabelText<HTMLInputElement>('Whole key');
  const find = (text: string) => {
    field.value = text;
    fireEvent.click(screen.getByRole('button', { name: 'Find' }));
  };
  return { onDetails, field, find };
}

it('shows the key, leads to its details, and forgets what was pasted at once', () => {
  const { onDetails, field, find } = show();
  find(SECRET);
  expect(field.value).toBe('');
  expect(document.documentElement.innerHTML).not.toContain('0123456789');
  expect(screen.getByRole('status').textContent).toContain('One key ends in wxyz');
  fireEvent.click(screen.getByRole('button', { name: 'Details' }));
  expect(onDetails).toHaveBeenCalledWith(ROWS[0]);
});

it('says that there is none, and what it needs', () => {
  const { find } = show();
  find('kdemo_0123456789abcdefnone');
  expect(screen.getByText(/No key in the list ends in/)).toBeTruthy();
  find('none');
  expect(screen.getByText('Paste the whole key: a longer text without spaces')).toBeTruthy();
});
