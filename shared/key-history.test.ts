import { describe, expect, it } from 'vitest';
import type { KeyRow } from './api-key.ts';
import { type KeyHistory, MOST_CHANGES, NO_HISTORY, withList, withoutKeys } from './key-history.ts';

const HOUR = 3_600_000;
const row = (id: string, createdAt: number | null = 0): KeyRow => ({
  kind: 'key',
  id,
  name: `Key ${id}`,
  lastFour: 'a1b2',
  createdAt,
  creatorId: null,
  restricted: true,
  permissions: [],
});

const shortOf = ({ changes }: KeyHistory) =>
  changes.map(({ kind, id, at, after }) => ({ kind, id, at, after }));

describe('the history of a list', () => {
  const first = withList(NO_HISTORY, [row('a'), row('b')], 10 * HOUR);

  it('begins with the first list, of which nothing is news', () => {
    expect(first).toMatchObject({ beganAt: 10 * HOUR, listAt: 10 * HOUR, changes: [] });
    expect(first.known).toEqual({
      ids: ['a', 'b'],
      names: ['Key a', 'Key b'],
      lastFours: ['a1b2', 'a1b2'],
    });
  });

  it('tells what is gone, by its name and last four, and what is new', () => {
    const second = withList(first, [row('b'), row('c', 11 * HOUR), row('old', HOUR)], 12 * HOUR);
    expect(second.changes).toEqual([
      { kind: 'deleted', id: 'a', name: 'Key a', lastFour: 'a1b2', at: 12 * HOUR, after: 10 * HOUR },
      {
        kind: 'made',
        id: 'c',
        name: 'Key c',
        lastFour: 'a1b2',
        madeAt: 11 * HOUR,
        at: 12 * HOUR,
        after: 10 * HOUR,
      },
      {
        kind: 'first-seen',
        id: 'old',
        name: 'Key old',
        lastFour: 'a1b2',
        madeAt: HOUR,
        at: 12 * HOUR,
        after: 10 * HOUR,
      },
    ]);
  });

  it('is the same but for its time where the list is', () => {
    const second = withList(first, [row('a'), row('b')], 12 * HOUR);
    expect(second).toEqual({ ...first, listAt: 12 * HOUR });
    expect(second.known).toBe(first.known);
  });

  it('takes a new name for what a key is called, and for no change', () => {
    const renamed = withList(first, [{ ...row('a'), name: 'New name' }, row('b')], 12 * HOUR);
    expect(renamed.changes).toEqual([]);
    expect(withList(renamed, [row('b')], 13 * HOUR).changes).toMatchObject([{ name: 'New name' }]);
  });

  it('does not call a key made whose date nobody knows', () => {
    expect(shortOf(withList(first, [row('a'), row('b'), row('c', null)], 12 * HOUR))).toMatchObject([
      { kind: 'first-seen', id: 'c' },
    ]);
  });

  it('allows for a clock that is minutes behind the server’s', () => {
    const second = withList(first, [row('a'), row('b'), row('c', 10 * HOUR - 60_000)], 12 * HOUR);
    expect(shortOf(second)).toMatchObject([{ kind: 'made', id: 'c' }]);
  });

  it('knows at once, and exactly, what was deleted from here, and tells it once', () => {
    const second = withoutKeys(first, new Set(['a', 'unknown']), 11 * HOUR);
    expect(shortOf(second)).toEqual([{ kind: 'deleted', id: 'a', at: 11 * HOUR, after: 11 * HOUR }]);
    expect(second.known.names).toEqual(['Key b']);
    expect(withList(second, [row('b')], 12 * HOUR).changes).toHaveLength(1);
    expect(withoutKeys(second, new Set(['a']), 12 * HOUR)).toBe(second);
  });

  it('leaves out rows whose id could not be read', () => {
    const unreadable: KeyRow = {
      kind: 'unreadable',
      id: null,
      name: null,
      lastFour: null,
      createdAt: null,
      position: 0,
      problems: ['key ID'],
    };
    expect(withList(first, [row('a'), unreadable, row('b')], 12 * HOUR).changes).toEqual([]);
  });

  it('keeps the last changes', () => {
    const many = Array.from({ length: MOST_CHANGES + 3 }, (_, index) => row(`n${index}`, 11 * HOUR));
    const { changes } = withList(first, [row('a'), row('b'), ...many], 12 * HOUR);
    expect(changes).toHaveLength(MOST_CHANGES);
    expect(changes.at(-1)?.id).toBe(`n${MOST_CHANGES + 2}`);
  });
});
