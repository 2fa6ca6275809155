import { describe, expect, it } from 'vitest';
import { NOTHING_SELECTED, type SelectAction, type Selection, select } from './selection.ts';

const SHOWN = ['a', 'b', 'c', 'd', 'e'];

function selectionAfter(actions: readonly SelectAction[], shown: readonly string[] = SHOWN): Selection {
  return actions.reduce<Selection>((selection, action) => select(selection, action, shown), NOTHING_SELECTED);
}

const idsAfter = (...actions: readonly SelectAction[]) => [...selectionAfter(actions).ids].sort().join('');

const toggle = (id: string): SelectAction => ({ kind: 'toggle', id });
const range = (from: string, to: string): SelectAction => ({ kind: 'range', from, to });
const moved: SelectAction = { kind: 'moved' };

describe('selecting rows', () => {
  it('adds and takes away one', () => {
    expect(idsAfter(toggle('a'), toggle('c'))).toBe('ac');
    expect(idsAfter(toggle('a'), toggle('c'), toggle('a'))).toBe('c');
  });

  it('grows and shrinks a range around the row where it began', () => {
    expect(idsAfter(range('b', 'c'), range('c', 'd'))).toBe('bcd');
    expect(idsAfter(range('b', 'd'), range('d', 'c'))).toBe('bc');
    expect(idsAfter(range('c', 'd'), range('d', 'a'))).toBe('abc');
  });

  it('keeps what was selected before the range', () => {
    expect(idsAfter(toggle('a'), moved, range('c', 'e'), range('e', 'd'))).toBe('acd');
  });

  it('begins a new range where the focus has gone', () => {
    expect(idsAfter(range('a', 'b'), moved, range('d', 'e'))).toBe('abde');
  });

  it('takes the row alone where the one before is not shown any more', () => {
    expect([...selectionAfter([range('gone', 'c')]).ids]).toEqual(['c']);
    expect([...selectionAfter([range('a', 'gone')]).ids]).toEqual([]);
  });

  it('takes all that is shown, and lets go of all', () => {
    const before = selectionAfter([toggle('z')]);
    expect([...select(before, { kind: 'all' }, ['a', 'b']).ids]).toEqual(['z', 'a', 'b']);
    expect(select(before, { kind: 'clear' }, SHOWN).ids.size).toBe(0);
  });

  it('is the same where only the focus moved and there was no range', () => {
    const before = selectionAfter([toggle('a')]);
    expect(select(before, moved, SHOWN)).toBe(before);
  });
});
