import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { KeyRow } from '../../shared/api-key.ts';
import { fail, ok } from '../../shared/app-error.ts';
import { type LocalFacts, NO_FACTS, withDismissal } from '../../shared/local-facts.ts';
import { createFakeBridge, DEMO_CONNECTION, type FakeBridge } from '../test/fake-bridge.ts';
import { sampleKey } from '../test/sample-key.ts';
import { showKeys } from '../test/show-keys.tsx';

const ME = DEMO_CONNECTION.user?.id ?? '';
const id = (number: number) => `11111111-aaaa-4aaa-8aaa-00000000000${number}`;
const made = { createdAt: Date.now(), creatorId: ME, permissions: ['calls.view'] };

const KEYS: readonly KeyRow[] = [
  sampleKey(id(1), { ...made, name: 'Everything', restricted: false, permissions: [] }),
  sampleKey(id(2), { ...made, name: 'Everything_Else', restricted: false, permissions: [] }),
  sampleKey(id(3), { ...made, name: 'Dialer' }),
  sampleKey(id(4), { ...made, name: 'Old_Dialer', createdAt: Date.now() - 100 * 86_400_000 }),
];

const told = (facts: LocalFacts) => ({ facts, kept: { kind: 'kept' } }) as const;

async function show(bridge: FakeBridge = createFakeBridge({}, KEYS)) {
  await showKeys(bridge);
  fireEvent.click(screen.getByRole('tab', { name: 'Review' }));
  // The part of the page comes first, then the rules run one by one: on a busy machine that takes its time.
  await waitFor(() => expect(rule(/^Made by someone else/).textContent).toMatch(/\d$/), {
    timeout: 10_000,
  });
  return bridge;
}

const rule = (name: RegExp) =>
  within(screen.getByRole('tablist', { name: 'Rules' })).getByRole('tab', { name });
const names = () =>
  screen
    .queryAllByRole('row')
    .slice(1)
    .map((row) => row.querySelector('bdi')?.textContent);

it('opens with the weightiest rule that has something to say, and counts for all', async () => {
  await show();
  expect(screen.getByRole('heading', { name: 'Unrestricted' })).toBeTruthy();
  expect(names()).toEqual(['Everything', 'Everything_Else']);
  expect(rule(/^Unrestricted/).textContent).toBe('Unrestricted2');
  expect(rule(/^Older than 365 days/).textContent).toBe('Older than 365 days0');
});

it('tells the keys that appeared since the last look and were not made here', async () => {
  const change = { after: 5, name: null, lastFour: null, kind: 'first-seen', madeAt: null } as const;
  const changes = [
    { ...change, id: id(3), at: 20 },
    { ...change, id: id(4), at: 5 },
  ];
  const kept = { kind: 'kept', damaged: false } as const;
  await show(
    createFakeBridge({ getChanges: async () => ({ beganAt: 1, lastVisit: 10, changes, kept }) }, KEYS),
  );
  fireEvent.click(rule(/^New, not made here/));
  await waitFor(() => expect(names()).toEqual(['Dialer']));
});

it('says that no key deserves a look where none does', async () => {
  await show();
  fireEvent.click(rule(/^Due for rotation/));
  expect(screen.getByText('No key deserves a look here.')).toBeTruthy();
});

it('looks again where a person decides otherwise, and has main keep it', async () => {
  const bridge = await show();
  fireEvent.click(rule(/^Older/));
  fireEvent.change(screen.getByRole('combobox', { name: 'Old after' }), { target: { value: '90' } });
  await waitFor(() => expect(names()).toEqual(['Old_Dialer']));
  expect(bridge.callsOf('changeSettings')).toEqual([{ oldDays: 90 }]);
});

it('leaves out what is not for a key, with a note, and takes it back', async () => {
  const bridge = await show();
  fireEvent.click(screen.getByRole('button', { name: 'Not for this key…: Everything' }));
  const dialog = await screen.findByRole('dialog', { name: 'Not for this key' });
  fireEvent.change(within(dialog).getByRole('textbox', { name: 'Why' }), { target: { value: ' Meant so ' } });
  fireEvent.click(within(dialog).getByRole('button', { name: 'Not for this key' }));
  const said = { keyId: id(1), rule: 'unrestricted', note: 'Meant so' };
  await waitFor(() => expect(bridge.callsOf('setDismissal')).toEqual([said]));

  act(() => bridge.emit('localFactsChanged', told(withDismissal(NO_FACTS, { ...said, at: 0 }))));
  expect(names()).toEqual(['Everything_Else']);
  expect(rule(/^Unrestricted/).textContent).toBe('Unrestricted1');
  fireEvent.click(screen.getByRole('switch', { name: 'Show 1 that somebody has looked at' }));
  expect(names()).toEqual(['Everything_Else', 'Everything']);
  expect(screen.getByText('Not for this key: Meant so')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Look again at Everything' }));
  await waitFor(() =>
    expect(bridge.callsOf('setDismissal').at(-1)).toEqual({ keyId: id(1), rule: 'unrestricted', note: null }),
  );
});

it('says where it could not be kept', async () => {
  await show(createFakeBridge({ setDismissal: async () => fail({ kind: 'not-saved' }) }, KEYS));
  fireEvent.click(screen.getByRole('button', { name: 'Not for this key…: Everything' }));
  const dialog = await screen.findByRole('dialog', { name: 'Not for this key' });
  fireEvent.click(within(dialog).getByRole('button', { name: 'Not for this key' }));
  expect(await screen.findByRole('alert')).toBeTruthy();
});

it('speaks of the keys that are looked for alone', async () => {
  await show(createFakeBridge({ setDismissal: async () => ok(told(NO_FACTS)) }, KEYS));
  fireEvent.change(screen.getByRole('searchbox'), { target: { value: 'else' } });
  expect(names()).toEqual(['Everything_Else']);
  expect(rule(/^Unrestricted/).textContent).toBe('Unrestricted1');
});

it('moves between its rows by keyboard and opens what the table opens', async () => {
  await show();
  const [, first, second] = screen.getAllByRole('row');
  act(() => first?.focus());
  fireEvent.keyDown(first as Element, { key: 'ArrowDown' });
  expect(document.activeElement).toBe(second);
  fireEvent.keyDown(second as Element, { key: 'F10', shiftKey: true });
  expect(screen.getByRole('menu', { name: 'Actions for Everything_Else' })).toBeTruthy();
  fireEvent.click(screen.getByRole('menuitem', { name: 'Delete' }));
  expect((await screen.findByRole('dialog', { name: 'Delete API key' })).textContent).toContain(
    'Everything_Else',
  );
});
