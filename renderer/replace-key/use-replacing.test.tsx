import { renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { expect, test } from 'vitest';
import type { KeyRow } from '../../shared/api-key.ts';
import { type LocalFacts, NO_FACTS, withKeyFacts } from '../../shared/local-facts.ts';
import { BridgeContext } from '../bridge.ts';
import type { KeysState } from '../keys/keys-state.ts';
import { listRow } from '../keys/listed-row.ts';
import { createFakeBridge, DEMO_CONNECTION, PENDING, UNCERTAIN_CREATE } from '../test/fake-bridge.ts';
import { sampleKey } from '../test/sample-key.ts';
import { useReplacing } from './use-replacing.ts';

const [OLD, NEW] = [sampleKey('old', { lastFour: 'aaaa' }), sampleKey('new', { lastFour: 'bbbb' })];
const rotated = ({ id, lastFour }: KeyRow) => ({ id: id ?? '', name: 'CRM', lastFour: lastFour ?? '' });
const ROTATION = { oldKey: rotated(OLD), newKey: rotated(NEW), begunAt: 0, storedAt: 1 };
const FACTS: LocalFacts = { ...NO_FACTS, rotations: [ROTATION] };

type With = { readonly facts?: LocalFacts; readonly load?: KeysState['load']; readonly own?: string };

function replacing(rows: readonly KeyRow[], { facts = FACTS, load = { kind: 'ready' }, own }: With = {}) {
  const bridge = createFakeBridge({ getOwnLastFour: async () => own ?? null });
  const wrapper = ({ children }: { readonly children: ReactNode }) => (
    <BridgeContext value={bridge}>{children}</BridgeContext>
  );
  const list = { generation: 0, rows: rows.map(listRow) };
  const state: KeysState = { list, load, loadedAt: null, isWhole: true };
  return renderHook(() => useReplacing(DEMO_CONNECTION, state, facts, PENDING), { wrapper }).result;
}

test('tells of the rotations whose keys the list knows', () => {
  expect(replacing([OLD, NEW]).current.shown).toEqual([ROTATION]);
  expect(replacing([NEW]).current.shown).toEqual([ROTATION]);
  expect(replacing([sampleKey('other')]).current.shown).toEqual([]);
});

test('judges by a whole list alone', () => {
  expect(replacing([OLD]).current.listed).toEqual(new Set(['old']));
  expect(replacing([OLD], { load: { kind: 'partial' } }).current.listed).toBeNull();
});

test('warns before the connection’s own key is deleted, and of places that have no new one', async () => {
  const facts = withKeyFacts(FACTS, 'old', { usedAt: [{ place: 'crm', moved: false }] });
  const result = replacing([OLD, NEW], { facts, own: 'aaaa' });
  expect(result.current.warningsFor(NEW)).toEqual([]);
  await waitFor(() => expect(result.current.isOwn('aaaa')).toBe(true));
  const [own, unmoved] = result.current.warningsFor(OLD);
  expect(own).toContain('signs in with');
  expect(unmoved).toBe('Not ticked as moved to the new key: crm.');
});

test('a created key of a rotation is told by the rotation, not by its attempt', () => {
  const { isToldByAttempt } = replacing([OLD, NEW]).current;
  const details = { ...UNCERTAIN_CREATE.details, keyId: 'new', name: '', before: [], beforeIsWhole: true };
  const created = {
    ...UNCERTAIN_CREATE,
    stage: 'created',
    details: { access: { kind: 'unrestricted' }, ...details },
  } as const;
  expect(isToldByAttempt(created)).toBe(false);
  expect(isToldByAttempt({ ...created, stage: 'uncertain' })).toBe(true);
  expect(isToldByAttempt({ ...created, details: { ...created.details, keyId: 'x' } })).toBe(true);
});
