import { fireEvent, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { fail } from '../../shared/app-error.ts';
import { NO_FACTS } from '../../shared/local-facts.ts';
import { createFakeBridge } from '../test/fake-bridge.ts';
import { renderWith } from '../test/render-with.tsx';
import { StoredCheckList } from './stored-check-list.tsx';

const ROTATION = {
  oldKey: { id: 'old', name: 'CRM', lastFour: 'aaaa' },
  newKey: { id: 'new', name: 'CRM (2)', lastFour: 'bbbb' },
  begunAt: 0,
  storedAt: null,
};

const show = (isOwn: boolean, bridge = createFakeBridge()) =>
  renderWith(<StoredCheckList rotation={ROTATION} facts={NO_FACTS} isOwn={isOwn} />, bridge);

test('offers to sign in with the new key only where the old one may be the connection’s own', () => {
  show(false);
  expect(screen.queryByRole('button', { name: 'Sign in with the new key' })).toBeNull();
});

test('has main hand the new key over', async () => {
  const { bridge } = show(true);
  fireEvent.click(screen.getByRole('button', { name: 'Sign in with the new key' }));
  await screen.findByText('This connection signs in with the new key from now on.');
  expect(bridge.callsOf('signInWithNewKey')).toEqual([undefined]);
  expect(bridge.callsOf('revealSecret')).toEqual([]);
});

test('a refusal is told, and it can be tried again', async () => {
  show(true, createFakeBridge({ signInWithNewKey: async () => fail({ kind: 'forbidden' }) }));
  fireEvent.click(screen.getByRole('button', { name: 'Sign in with the new key' }));
  await screen.findByRole('alert');
  expect(screen.getByRole('button', { name: 'Sign in with the new key' })).toBeTruthy();
});
