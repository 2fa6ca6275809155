import { expect, test } from 'vitest';
import type { KeyRow } from '../../shared/api-key.ts';
import { rowSentence } from './row-sentence.ts';

const NOW = Date.UTC(2026, 5, 10);

const KEY: KeyRow = {
  kind: 'key',
  id: '0f0e2d7c-4a1b-4f7e-9d55-2f9f3f0a1b2c',
  name: 'CRM_Production',
  createdAt: NOW - 3 * 24 * 60 * 60 * 1000,
  lastFour: 'rXGm',
  creatorId: '1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4b01',
  restricted: true,
  permissions: [],
};

test('a row is read as a sentence', () => {
  expect(rowSentence(KEY, NOW)).toBe('CRM_Production, restricted, created 3 days ago, ends in rXGm');
});

test('one that could not be read says so', () => {
  const row: KeyRow = {
    kind: 'unreadable',
    id: null,
    name: null,
    createdAt: null,
    lastFour: null,
    position: 3,
    problems: ['name'],
  };
  expect(rowSentence(row, NOW)).toBe('Unreadable row');
  const named = { ...row, name: 'Half_Migrated' };
  expect(rowSentence(named, NOW)).toBe('Half_Migrated, which could not be read');
});
