import { describe, expect, test } from 'vitest';
import { keyFactsOf, NO_FACTS, withDismissal, withKeyFacts } from './local-facts.ts';
import { countMerge, mergeFacts } from './merge-facts.ts';

const places = (...usedAt: [string, boolean][]) => usedAt.map(([place, moved]) => ({ place, moved }));

describe('facts of two computers together', () => {
  test('one fills in what the other leaves open, whichever is later', () => {
    const here = withKeyFacts(NO_FACTS, 'a', { owner: 'Ada', rotateEveryDays: 90, changedAt: 1 });
    const other = withKeyFacts(NO_FACTS, 'a', { note: 'CRM', expiresAt: 7, changedAt: 2 });
    const both = { owner: 'Ada', note: 'CRM', rotateEveryDays: 90, expiresAt: 7, changedAt: 2 };
    expect(keyFactsOf(mergeFacts(here, other), 'a')).toMatchObject(both);
    expect(keyFactsOf(mergeFacts(other, here), 'a')).toMatchObject(both);
  });

  test('where they differ, the later word counts', () => {
    const here = withKeyFacts(NO_FACTS, 'a', {
      owner: 'Ada',
      usedAt: places(['x', false], ['y', false]),
      changedAt: 2,
    });
    const other = withKeyFacts(NO_FACTS, 'a', {
      owner: 'Bob',
      usedAt: places(['x', true], ['z', true]),
      changedAt: 1,
    });
    const merged = keyFactsOf(mergeFacts(here, other), 'a');
    expect(merged.owner).toBe('Ada');
    expect(merged.usedAt).toEqual(places(['x', false], ['y', false], ['z', true]));
  });

  test('a dismissal of each rule, the later one; a rotation of each key, the one here', () => {
    const dismissal = { keyId: 'a', rule: 'old', note: 'here', at: 2 };
    const rotation = {
      oldKey: { id: 'a', name: 'A', lastFour: '' },
      newKey: null,
      begunAt: 1,
      storedAt: null,
    };
    const here = { ...withDismissal(NO_FACTS, dismissal), rotations: [rotation] };
    const other = {
      ...withDismissal(withDismissal(NO_FACTS, { ...dismissal, note: 'there', at: 1 }), {
        ...dismissal,
        rule: 'x',
      }),
      rotations: [
        { ...rotation, begunAt: 9 },
        { ...rotation, oldKey: { ...rotation.oldKey, id: 'b' } },
      ],
    };
    const merged = mergeFacts(here, other);
    expect(merged.dismissed).toEqual([dismissal, { ...dismissal, rule: 'x' }]);
    expect(merged.rotations.map(({ oldKey, begunAt }) => [oldKey.id, begunAt])).toEqual([
      ['a', 1],
      ['b', 1],
    ]);
  });

  test('the same once more changes nothing, and is counted so', () => {
    const other = withKeyFacts(withKeyFacts(NO_FACTS, 'a', { owner: 'Ada' }), 'b', { owner: 'Bob' });
    const once = mergeFacts(withKeyFacts(NO_FACTS, 'b', { note: 'x' }), other);
    expect(countMerge(withKeyFacts(NO_FACTS, 'b', { note: 'x' }), once, ['a', 'b'])).toEqual({
      added: 1,
      changed: 1,
      unchanged: 0,
    });
    expect(mergeFacts(once, other)).toEqual(once);
    expect(countMerge(once, mergeFacts(once, other), ['a', 'b'])).toEqual({
      added: 0,
      changed: 0,
      unchanged: 2,
    });
  });
});
