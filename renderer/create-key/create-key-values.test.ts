import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { NewKey } from '../../shared/api-key.ts';
import { NO_ACCESS, RESOURCES } from '../../shared/permissions.ts';
import { sampleKey } from '../test/sample-key.ts';
import { duplicateOf, EMPTY_FORM, formOf, isTyped, newKeyOf } from './create-key-values.ts';

const permission = fc.oneof(
  fc.constantFrom(...RESOURCES.flatMap(({ id, verbs }) => ['view', ...verbs].map((verb) => `${id}.${verb}`))),
  fc.constantFrom('workflows.update', 'logs.view', 'calls.listen', 'calls', '.', 'constructor.view'),
);

test('a form that is made of a key makes the same key', () => {
  fc.assert(
    fc.property(fc.uniqueArray(permission), (permissions) => {
      const key: NewKey = { name: 'CRM', access: { kind: 'restricted', permissions } };
      const { access } = newKeyOf(formOf(key));
      const sent = access.kind === 'restricted' ? access.permissions : null;
      expect(sent?.toSorted()).toEqual(permissions.toSorted());
    }),
  );
});

test('a duplicate has the name and what the key may do', () => {
  const key = sampleKey('1', { name: 'CRM', permissions: ['contacts.view', 'calls.create'] });
  expect(duplicateOf(key)).toEqual({
    name: 'CRM',
    restricted: true,
    levels: { ...NO_ACCESS, contacts: 'read' },
    carried: ['calls.create'],
    expiresAt: null,
    replaces: null,
  });
  expect(newKeyOf(duplicateOf({ ...key, restricted: false, permissions: [] })).access).toEqual({
    kind: 'unrestricted',
  });
  expect(newKeyOf(duplicateOf({ ...key, permissions: [] })).access).toEqual({
    kind: 'restricted',
    permissions: [],
  });
});

test.each([
  ['the name', { name: 'x' }],
  ['the switch', { restricted: false }],
  ['a level', { levels: { ...NO_ACCESS, calls: 'read' } }],
  ['what is carried', { carried: [] }],
] as const)('%s counts as typed, and nothing else does', (_what, change) => {
  const begun = { ...EMPTY_FORM, carried: ['flows.run'] };
  expect(isTyped({ ...begun, name: ' ' }, begun)).toBe(false);
  expect(isTyped({ ...begun, ...change }, begun)).toBe(true);
});
