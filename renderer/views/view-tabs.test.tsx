import { act, fireEvent, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { Place } from '../../shared/place.ts';
import { VIEW_IDS, viewCommand, viewLabel } from '../../shared/views.ts';
import { createFakeBridge, type FakeBridge } from '../test/fake-bridge.ts';
import { sampleKey } from '../test/sample-key.ts';
import { showKeys } from '../test/show-keys.tsx';

const VIEWS = VIEW_IDS.map((id) => ({ id, label: viewLabel(id) }));
const KEYS = [sampleKey('11111111-aaaa-4aaa-8aaa-000000000001', { name: 'CRM_Query' })];

async function show(bridge: FakeBridge = createFakeBridge({}, KEYS)) {
  await showKeys(bridge);
  return bridge;
}

const heading = () => screen.getByRole('heading', { level: 1 }).textContent;
const selected = () => screen.getByRole('tab', { selected: true });

it('begins with the keys, and has a tab for every view', async () => {
  await show();
  const tabs = screen.getAllByRole('tab').map(({ textContent }) => textContent);
  expect(tabs).toEqual(VIEWS.map(({ label }) => label));
  expect(selected().textContent).toBe('API Keys');
  expect(heading()).toBe('API Keys');
  expect(screen.getByRole('tabpanel', { name: 'API Keys' })).toBeTruthy();
});

it.each(VIEWS)('leads to $label by its tab and by its menu command', async ({ id, label }) => {
  const bridge = await show();
  const other = screen.getByRole('tab', { name: id === 'keys' ? 'By permission' : 'API Keys' });
  const ways = [
    () => fireEvent.click(screen.getByRole('tab', { name: label })),
    () => bridge.emit('menuCommand', viewCommand(id)),
  ];
  for (const way of ways) {
    fireEvent.click(other);
    await act(async () => void way());
    expect(selected().textContent).toBe(label);
    expect(heading()).toBe(label);
  }
  expect(document.activeElement).toBe(selected());
});

it('goes round by Ctrl+Tab', async () => {
  await show();
  for (const label of [...VIEW_IDS.slice(1), 'keys' as const].map(viewLabel)) {
    await act(async () => void fireEvent.keyDown(document.body, { key: 'Tab', ctrlKey: true }));
    expect(selected().textContent).toBe(label);
  }
});

it('is kept by main, with what is looked for', async () => {
  const bridge = await show();
  fireEvent.change(screen.getByRole('searchbox'), { target: { value: 'crm' } });
  await act(async () => void fireEvent.click(screen.getByRole('tab', { name: 'By permission' })));
  expect(bridge.callsOf('keepPlace').at(-1)).toMatchObject({ view: 'by-permission', query: 'crm' });
});

it('is gone back to after the page has crashed', async () => {
  const place: Place = {
    view: 'by-permission',
    query: 'crm',
    sort: { column: 'name', direction: 'ascending' },
    open: { kind: 'nothing' },
  };
  await show(createFakeBridge({ getPlace: async () => place }, KEYS));
  expect(selected().textContent).toBe('By permission');
  expect(screen.getByRole<HTMLInputElement>('searchbox').value).toBe('crm');
});

it('leads from a view without keys to the search for them', async () => {
  const bridge = await show();
  await act(async () => void fireEvent.click(screen.getByRole('tab', { name: 'Activity' })));
  expect(screen.queryByRole('searchbox', { name: 'Search by name' })).toBeNull();
  await act(async () => bridge.emit('menuCommand', 'search'));
  expect(selected().textContent).toBe('API Keys');
  expect(document.activeElement).toBe(screen.getByRole('searchbox', { name: 'Search by name' }));
});
