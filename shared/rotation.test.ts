import { describe, expect, test } from 'vitest';
import { keyFactsOf, NO_FACTS, NO_KEY_FACTS, withKeyFacts } from './local-facts.ts';
import {
  rotationOf,
  rotationStep,
  withDeleted,
  withoutRotation,
  withReplacement,
  withStored,
} from './rotation.ts';

const OLD = { id: 'old', name: 'CRM', lastFour: 'aaaa' };
const NEW = { id: 'new', name: 'CRM (2)', lastFour: 'bbbb' };
const KNOWN = { ...NO_KEY_FACTS, owner: 'Ada', createdHere: true, expiresAt: 5, changedAt: 3 };
const begun = (facts = withKeyFacts(NO_FACTS, 'new', { createdHere: true })) =>
  withReplacement(facts, { oldKey: OLD, newKey: NEW, at: 1, known: KNOWN });

test('how far a rotation has come is what the list says of its keys, then what is known here', () => {
  const [rotation] = begun().rotations;
  const [stored] = withStored(begun(), 'new', 2).rotations;
  if (!rotation || !stored) throw new Error('No rotation');
  const both = new Set(['old', 'new']);
  expect(rotationStep(rotation, null)).toBe('store');
  expect(rotationStep(rotation, both)).toBe('store');
  expect(rotationStep(stored, null)).toBe('wait');
  expect(rotationStep(stored, both)).toBe('wait');
  expect(rotationStep(stored, new Set(['old']))).toBe('create');
  expect(rotationStep({ ...stored, newKey: null }, null)).toBe('create');
  expect(rotationStep(stored, new Set(['new']))).toBe('over');
});

describe('a rotation', () => {
  test('is found by either of its keys', () => {
    const { rotations } = begun();
    expect(rotationOf(rotations, 'old')).toBe(rotations[0]);
    expect(rotationOf(rotations, 'new')).toBe(rotations[0]);
    expect(rotationOf(rotations, 'other')).toBeNull();
  });

  test('hands on what a person knows of the old key, not when that one expires', () => {
    expect(keyFactsOf(begun(), 'new')).toMatchObject({ owner: 'Ada', createdHere: true, expiresAt: null });
  });

  test('begun twice with the same key is begun once', () => {
    const once = begun();
    expect(begun(once)).toBe(once);
  });

  test('with another new key begins again at its own time, unstored', () => {
    const stored = withStored(begun(), 'new', 2);
    const again = withReplacement(stored, {
      oldKey: OLD,
      newKey: { ...NEW, id: 'newer' },
      at: 9,
      known: KNOWN,
    });
    expect(again.rotations).toEqual([
      { oldKey: OLD, newKey: { ...NEW, id: 'newer' }, begunAt: 1, storedAt: null },
    ]);
  });

  test('is stored once', () => {
    const stored = withStored(begun(), 'new', 2);
    expect(stored.rotations[0]?.storedAt).toBe(2);
    expect(withStored(stored, 'new', 5)).toBe(stored);
    expect(withStored(stored, 'old', 5)).toBe(stored);
  });

  test('ends with its old key, and goes back to its beginning without the new one', () => {
    const facts = withStored(begun(), 'new', 2);
    expect(withDeleted(facts, 'old').rotations).toEqual([]);
    expect(withDeleted(facts, 'new').rotations).toEqual([
      { oldKey: OLD, newKey: null, begunAt: 1, storedAt: null },
    ]);
    expect(withDeleted(facts, 'other')).toBe(facts);
  });

  test('can be given up', () => {
    expect(withoutRotation(begun(), 'old').rotations).toEqual([]);
  });
});
