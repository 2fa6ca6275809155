import { expect, test } from 'vitest';
import { importText } from './exchange-text.ts';

test('an import says what it did', () => {
  expect(importText({ kind: 'cancelled' })).toBeNull();
  expect(importText({ kind: 'imported', added: 1, changed: 2, unchanged: 0 })).toBe(
    'Imported notes on 3 keys: 1 added, 2 changed, 0 the same as before.',
  );
  const reasons = ['not-read', 'not-ours', 'damaged', 'newer', 'other-project'] as const;
  for (const reason of reasons)
    expect(importText({ kind: 'refused', reason })).toContain('Nothing was changed');
});
