import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { createFakeBridge } from '../test/fake-bridge.ts';
import { sampleKey } from '../test/sample-key.ts';
import { showKeys } from '../test/show-keys.tsx';

const KEYS = [
  sampleKey('11111111-aaaa-4aaa-8aaa-000000000001', { name: 'CRM_Query', lastFour: 'wxyz' }),
  sampleKey('22222222-aaaa-4aaa-8aaa-000000000002', { name: 'Booking_App', lastFour: 'b00k' }),
];

async function open() {
  const bridge = createFakeBridge({}, KEYS);
  await showKeys(bridge);
  fireEvent.keyDown(document.body, { key: 'k', ctrlKey: true });
  return { bridge, field: await screen.findByRole<HTMLInputElement>('combobox', { name: 'Go to anything' }) };
}

const type = (field: HTMLInputElement, value: string) =>
  act(async () => void fireEvent.change(field, { target: { value } }));
const options = () => screen.queryAllByRole('option').map(({ textContent }) => textContent);

it('finds commands and keys by name, id and last four', async () => {
  const { field } = await open();
  expect(options()).toContain('Create API Key…Ctrl+N');
  for (const typed of ['crm', '1111', 'wxyz']) {
    await type(field, typed);
    expect(options().some((text) => text?.includes('CRM_Query'))).toBe(true);
    expect(options().some((text) => text?.includes('Booking_App'))).toBe(false);
  }
  await type(field, 'nothing has this name');
  expect(options()).toEqual([]);
  expect(screen.getAllByText('Nothing matches').length).toBeGreaterThan(0);
});

it('opens a key by Enter, and offers it first the next time', async () => {
  const { field } = await open();
  await type(field, 'crm');
  await waitFor(() =>
    expect(screen.getByRole('option', { selected: true }).textContent).toContain('CRM_Query'),
  );
  fireEvent.keyDown(field, { key: 'Enter', code: 'Enter' });
  expect(await screen.findByRole('dialog', { name: 'Details of CRM_Query' })).toBeTruthy();
  expect(screen.queryByRole('combobox')).toBeNull();
  fireEvent.keyDown(document.activeElement ?? document.body, { key: 'Escape' });
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  fireEvent.keyDown(document.body, { key: 'k', ctrlKey: true });
  await screen.findByRole('combobox');
  expect(options()[0]).toContain('CRM_Query');
});

it('runs a command', async () => {
  const { field } = await open();
  await type(field, 'create api');
  fireEvent.click(screen.getByRole('option'));
  expect(await screen.findByRole('dialog', { name: 'Create an API Key' })).toBeTruthy();
});

it('is left by Escape', async () => {
  const { field } = await open();
  fireEvent.keyDown(field, { key: 'Escape' });
  await waitFor(() => expect(screen.queryByRole('combobox')).toBeNull());
});
