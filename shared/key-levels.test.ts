import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ApiKey } from './api-key.ts';
import { changes, keyLevels } from './key-levels.ts';
import { LEVELS, RESOURCES, type ResourceId, readPermissions } from './permissions.ts';

function key(permissions: readonly string[], restricted = true): ApiKey {
  const facts = { id: 'a', name: 'CRM', lastFour: 'a1b2', createdAt: null, creatorId: null };
  return { kind: 'key', ...facts, restricted, permissions };
}

const permission = fc.oneof(
  fc
    .constantFrom(...RESOURCES)
    .chain(({ id, verbs }) => fc.constantFrom('view', ...verbs).map((verb) => `${id}.${verb}`)),
  fc.constantFrom('flows.run', 'calls', 'calls.', 'a", "b', '__proto__.view'),
);

it('says the same as the catalogue does', () => {
  fc.assert(
    fc.property(fc.array(permission), (permissions) => {
      const { resources, other } = readPermissions(permissions);
      const levels = keyLevels(key(permissions));
      for (const { id } of RESOURCES) {
        const access = resources[id as ResourceId];
        expect(levels[id as ResourceId]).toBe(access.kind === 'level' ? access.level : 'custom');
      }
      expect(levels.other).toBe(other.length > 0 ? 'custom' : 'none');
    }),
  );
});

it('takes no two sets of permissions for one', () => {
  expect(keyLevels(key(['calls.view', 'agents.view'])).agents).toBe('read');
  expect(keyLevels(key(['calls.view","agents.view'])).agents).toBe('none');
});

it('gives an unrestricted key all that there is', () => {
  const levels = keyLevels(key([], false));
  expect([levels.billing, levels.messages, levels.other]).toEqual(['write', 'read', 'write']);
});

it('counts a custom set as one that can change something', () => {
  expect([...LEVELS, 'custom' as const].filter(changes)).toEqual(['write', 'custom']);
});
