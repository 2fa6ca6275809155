import { expect, test } from 'vitest';
import { NO_ACCESS } from '../../shared/permissions.ts';
import { sampleKey } from '../test/sample-key.ts';
import { replacementOf } from './replace-form.ts';
import { rowMarks } from './row-marks.ts';

const KEY = sampleKey('1', { name: 'CRM', lastFour: 'wxyz', permissions: ['contacts.view', 'flows.run'] });

test('a replacement has the same access, what no level tells included, and the next name that is free', () => {
  expect(replacementOf(KEY, [KEY, sampleKey('2', { name: 'CRM (2)' })])).toEqual({
    name: 'CRM (3)',
    restricted: true,
    levels: { ...NO_ACCESS, contacts: 'read' },
    carried: ['flows.run'],
    expiresAt: null,
    replaces: { id: '1', name: 'CRM', lastFour: 'wxyz' },
  });
});

test('the pair of a rotation is marked; an old key alone while there is no new one', () => {
  const oldKey = { id: 'a', name: 'CRM', lastFour: 'aaaa' };
  const newKey = { id: 'b', name: 'CRM (2)', lastFour: 'bbbb' };
  const marks = rowMarks([{ oldKey, newKey, begunAt: 0, storedAt: null }]);
  expect(marks.get('a')).toEqual({ label: 'Being replaced', title: 'Being replaced by CRM (2)' });
  expect(marks.get('b')).toEqual({ label: 'Replacement', title: 'Replaces CRM' });
  expect(rowMarks([{ oldKey, newKey: null, begunAt: 0, storedAt: null }]).size).toBe(1);
});
