import { fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { fail, ok } from '../../shared/app-error.ts';
import { type FactsKept, type KeyFacts, NO_FACTS, NO_NOTES, withKeyFacts } from '../../shared/local-facts.ts';
import { createFakeBridge } from '../test/fake-bridge.ts';
import { renderWith } from '../test/render-with.tsx';
import { sampleKey } from '../test/sample-key.ts';
import { keptText } from './kept-text.ts';
import { KnownHere } from './known-here.tsx';
import { rotateText } from './known-list.tsx';
import { UNKNOWN_FACTS } from './use-local-facts.ts';

const NOW = Date.UTC(2026, 0, 1);
const DAY = 86_400_000;
const KEPT: FactsKept = { kind: 'kept' };
const ROW = sampleKey('a', { createdAt: NOW - 10 * DAY });

function show(facts: Partial<KeyFacts> = {}, bridge = createFakeBridge()) {
  const known = { facts: withKeyFacts(NO_FACTS, 'a', facts), kept: KEPT };
  return renderWith(<KnownHere row={ROW} known={known} now={NOW} />, bridge);
}

const type = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });

test('shows what is known, and that it is never sent', () => {
  show({ owner: 'Ada', environment: 'production', usedAt: [{ place: 'crm.example.com', moved: false }] });
  const text = screen.getByRole('region', { name: 'Known on this computer' }).textContent;
  for (const part of ['Ada', 'Production', 'crm.example.com', 'Kept on this computer only', 'never sent'])
    expect(text).toContain(part);
});

test('an expiry is told as what was sent', () => {
  show({ expiresAt: NOW + 40 * DAY });
  const text = screen.getByRole('region').textContent;
  expect(text).toContain('in 1 month');
  expect(text).toContain('the API never reports it back');
});

test('saves what was written', async () => {
  const { bridge } = show();
  fireEvent.click(screen.getByRole('button', { name: 'Add notes' }));
  type('Owner', ' Ada ');
  type('Environment', 'Staging');
  type('Used at', 'crm\nsite');
  type('Rotate every … days', '90');
  fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Save' })).toBeNull());
  const usedAt = [
    { place: 'crm', moved: false },
    { place: 'site', moved: false },
  ];
  expect(bridge.callsOf('setKeyNotes')).toEqual([
    {
      keyId: 'a',
      notes: { ...NO_NOTES, owner: 'Ada', environment: 'staging', usedAt, rotateEveryDays: 90 },
    },
  ]);
});

test('what was typed is kept where the drawer is closed over it, not where it is cancelled', () => {
  const { bridge, unmount } = show();
  fireEvent.click(screen.getByRole('button', { name: 'Add notes' }));
  type('Owner', 'Eve');
  fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
  fireEvent.click(screen.getByRole('button', { name: 'Add notes' }));
  type('Owner', 'Ada');
  unmount();
  expect(bridge.callsOf('setKeyNotes')).toEqual([{ keyId: 'a', notes: { ...NO_NOTES, owner: 'Ada' } }]);
});

test('a wrong number of days is said at the field and not saved', () => {
  const { bridge } = show();
  fireEvent.click(screen.getByRole('button', { name: 'Add notes' }));
  type('Rotate every … days', '0');
  fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect(screen.getByRole('alert').textContent).toContain('Enter 1 to 3,650 days');
  expect(bridge.callsOf('setKeyNotes')).toEqual([]);
});

test('a refusal leaves the form as it is', async () => {
  const answers = [fail<never>({ kind: 'no-session' }), ok(UNKNOWN_FACTS)];
  const bridge = createFakeBridge({ setKeyNotes: async () => answers.shift() ?? ok(UNKNOWN_FACTS) });
  show({}, bridge);
  fireEvent.click(screen.getByRole('button', { name: 'Add notes' }));
  type('Owner', 'Ada');
  fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  await screen.findByRole('alert');
  expect((screen.getByLabelText('Owner') as HTMLInputElement).value).toBe('Ada');
});

test('says why it is not kept', () => {
  const reasons = ['demo', 'no-keyring', 'not-opened', 'newer', 'not-saved'] as const;
  const texts = reasons.map((reason) => keptText({ kind: 'memory', reason }));
  expect(new Set(texts).size).toBe(reasons.length);
  for (const text of texts) expect(text).toContain('until Keydesk closes');
});

test('tells when a rotation is due', () => {
  expect(rotateText(90, null, NOW)).toBe('every 90 days');
  expect(rotateText(30, NOW - 10 * DAY, NOW)).toBe('every 30 days, due in 20 days');
  expect(rotateText(1, NOW - 10 * DAY, NOW)).toContain('every day, due since 23 December 2025');
});
