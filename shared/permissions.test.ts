import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type AccessByResource,
  canWrite,
  choosePermissions,
  countLevels,
  GROUPS,
  type GroupId,
  LEVELS,
  NO_ACCESS,
  nearestLevel,
  type PermissionLevel,
  type PermissionLevels,
  permissionsFor,
  permissionsOf,
  RESOURCES,
  type Resource,
  type ResourceAccess,
  type ResourceId,
  readPermissions,
  setGroupLevel,
} from './permissions.ts';

/** The verbs of every family in the platform's OpenAPI description, version 0.1.0, written out on purpose. */
const WIRE: Readonly<Record<string, string>> = {
  calls: 'view create update delete',
  messages: 'view',
  transcriptions: 'view',
  recordings: 'view',
  agents: 'view create update delete',
  conversational_paths: 'view create update delete',
  knowledge_bases: 'view create update delete',
  tools: 'view create update delete',
  voices: 'view',
  integrations: 'view create update delete',
  webhooks: 'view create update delete',
  contacts: 'view delete',
  stats: 'view',
  verifications: 'view create',
  phones: 'view purchase import update delete',
  members: 'view create update delete',
  billing: 'view update',
  api_keys: 'view create update delete',
  notifications: 'view update',
  companies: 'update delete',
  logs: 'view',
  workflows: 'view create update delete',
};

const FAMILIES = Object.keys(WIRE);
const UNLISTED: readonly string[] = ['companies', 'logs', 'workflows'];
const stringsOf = (family: string) => (WIRE[family] ?? '').split(' ').map((verb) => `${family}.${verb}`);
const ALL = FAMILIES.flatMap(stringsOf);

const sorted = (strings: Iterable<string>) => [...new Set(strings)].sort();
const atLevel = (level: PermissionLevel): ResourceAccess => ({ kind: 'level', level });
const isListed = (family: string): family is ResourceId => !UNLISTED.includes(family);
const listed = FAMILIES.filter(isListed);

/** Every choice that the permission editor can make. */
const levelsArbitrary: fc.Arbitrary<PermissionLevels> = fc
  .tuple(
    ...RESOURCES.map((resource) =>
      fc.constantFrom(...LEVELS.filter((level) => nearestLevel(resource, level) === level)),
    ),
  )
  .map(
    (levels) => Object.fromEntries(RESOURCES.map(({ id }, index) => [id, levels[index]])) as PermissionLevels,
  );

const segment = fc.constantFrom(
  'view',
  'create',
  'sing',
  '',
  'a.b',
  '.',
  'VIEW',
  'constructor',
  '__proto__',
  'ü',
  ' ',
);

/** Known strings, unknown verbs and families, strings without a dot or with several, and repeats. */
const permissionArbitrary = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...ALL) },
  { weight: 2, arbitrary: fc.tuple(fc.constantFrom(...FAMILIES), segment).map((parts) => parts.join('.')) },
  { weight: 2, arbitrary: fc.tuple(segment, segment).map((parts) => parts.join('.')) },
  fc.constantFrom(...FAMILIES),
  fc.string(),
);

describe('the catalogue', () => {
  it('has 4 groups, 19 resources, and with the other families the 61 strings of the wire', () => {
    expect(GROUPS.map(({ resources }) => resources.length)).toEqual([4, 7, 3, 5]);
    expect(RESOURCES.map(({ id }) => id).sort()).toEqual([...listed].sort());
    expect([FAMILIES.length, ALL.length]).toEqual([22, 61]);
  });

  it.each(RESOURCES)('$id holds exactly the verbs of the wire', ({ id, verbs }) => {
    expect(['view', ...verbs].sort()).toEqual((WIRE[id] ?? '').split(' ').sort());
  });

  it('has no Write where the wire has nothing beyond Read', () => {
    const without = RESOURCES.filter((resource) => !canWrite(resource)).map(({ label }) => label);
    expect(without).toEqual(['Messages', 'Transcriptions', 'Recordings', 'Voices', 'Statistics']);
  });
});

describe('the strings of the wire, one by one', () => {
  it.each(ALL)('%s is read and written back as it is', (permission) => {
    const access = readPermissions([permission]);
    expect(permissionsOf(access)).toEqual([permission]);
    const [family = '', verb = ''] = permission.split('.');
    if (!isListed(family)) {
      expect(access.other).toEqual([permission]);
      return;
    }
    expect(access.other).toEqual([]);
    expect(access.resources[family]).toEqual(
      verb === 'view' ? atLevel('read') : { kind: 'custom', verbs: [verb] },
    );
  });

  it.each(FAMILIES)('%s with all its strings', (family) => {
    const access = readPermissions(stringsOf(family));
    if (isListed(family)) {
      expect(access.resources[family]).toEqual(atLevel(WIRE[family] === 'view' ? 'read' : 'write'));
    } else {
      expect(access.other).toEqual(stringsOf(family));
    }
    expect(sorted(permissionsOf(access))).toEqual(sorted(stringsOf(family)));
  });

  it('shows create without view as custom', () => {
    expect(readPermissions(['calls.create']).resources.calls).toEqual({ kind: 'custom', verbs: ['create'] });
    expect(readPermissions(['calls.view', 'calls.create']).resources.calls).toEqual({
      kind: 'custom',
      verbs: ['view', 'create'],
    });
    expect(readPermissions(['voices.view', 'voices.create']).resources.voices.kind).toBe('custom');
  });

  it('is no access where nothing is held', () => {
    const { resources, other } = readPermissions([]);
    expect(Object.values(resources)).toEqual(RESOURCES.map(() => atLevel('none')));
    expect(other).toEqual([]);
  });
});

describe('levels', () => {
  it('come back as they were chosen', () => {
    fc.assert(
      fc.property(levelsArbitrary, (levels) => {
        const { resources, other } = readPermissions(permissionsFor(levels));
        expect(resources).toEqual(Object.fromEntries(RESOURCES.map(({ id }) => [id, atLevel(levels[id])])));
        expect(other).toEqual([]);
      }),
    );
  });

  it('never grant a string that the wire does not have, nor one twice', () => {
    fc.assert(
      fc.property(levelsArbitrary, (levels) => {
        const permissions = permissionsFor(levels);
        expect(permissions.filter((permission) => !ALL.includes(permission))).toEqual([]);
        expect(new Set(permissions).size).toBe(permissions.length);
      }),
    );
  });

  it('keep what is carried along', () => {
    fc.assert(
      fc.property(levelsArbitrary, fc.array(permissionArbitrary), (levels, carried) => {
        expect(sorted(permissionsFor(levels, carried))).toEqual(
          sorted([...permissionsFor(levels), ...carried]),
        );
      }),
    );
  });

  it('write where there is no Write grants Read and no more', () => {
    const all = Object.fromEntries(RESOURCES.map(({ id }) => [id, 'write'])) as PermissionLevels;
    expect(sorted(permissionsFor(all))).toEqual(sorted(listed.flatMap(stringsOf)));
  });

  it('are counted', () => {
    fc.assert(
      fc.property(levelsArbitrary, (levels) => {
        const counts = countLevels(levels);
        expect(counts.none + counts.read + counts.write).toBe(19);
        expect(counts.none).toBe(RESOURCES.filter(({ id }) => levels[id] === 'none').length);
      }),
    );
    expect(countLevels(NO_ACCESS)).toEqual({ none: 19, read: 0, write: 0 });
  });
});

describe('choosing what the editor holds', () => {
  it('loses nothing and adds nothing', () => {
    fc.assert(
      fc.property(fc.array(permissionArbitrary, { maxLength: 80 }), (permissions) => {
        const { levels, carried } = choosePermissions(permissions);
        expect(sorted(permissionsFor(levels, carried))).toEqual(sorted(permissions));
      }),
      { numRuns: 1_000 },
    );
  });

  it('carries only what no level tells', () => {
    const { levels, carried } = choosePermissions([
      'contacts.view',
      'contacts.delete',
      'calls.create',
      'flows.run',
      'calls.create',
    ]);
    expect(levels).toEqual({ ...NO_ACCESS, contacts: 'write' });
    expect(carried).toEqual(['calls.create', 'flows.run']);
  });
});

describe('reading and writing any strings', () => {
  it('loses nothing and adds nothing', () => {
    fc.assert(
      fc.property(fc.array(permissionArbitrary, { maxLength: 80 }), (permissions) => {
        expect(sorted(permissionsOf(readPermissions(permissions)))).toEqual(sorted(permissions));
      }),
      { numRuns: 1_000 },
    );
  });

  it('writes no string twice', () => {
    fc.assert(
      fc.property(fc.array(permissionArbitrary, { maxLength: 80 }), (permissions) => {
        const written = permissionsOf(readPermissions(permissions));
        expect(written.length).toBe(new Set(written).size);
      }),
    );
  });

  it('reads the same whatever the order and however often', () => {
    const shape = ({ resources, other }: AccessByResource) => [
      RESOURCES.map(({ id }) => {
        const access = resources[id];
        return access.kind === 'custom' ? sorted(access.verbs) : access.level;
      }),
      sorted(other),
    ];
    fc.assert(
      fc.property(fc.array(permissionArbitrary), (permissions) => {
        const turned = [...permissions].reverse();
        expect(shape(readPermissions([...turned, ...turned]))).toEqual(shape(readPermissions(permissions)));
      }),
    );
  });

  it('calls a resource a level only for exactly the strings of that level', () => {
    fc.assert(
      fc.property(fc.array(permissionArbitrary), (permissions) => {
        const { resources } = readPermissions(permissions);
        for (const { id } of RESOURCES) {
          const access = resources[id];
          if (access.kind !== 'level') continue;
          const held = permissions.filter(
            (permission) => permission.startsWith(`${id}.`) && permission !== `${id}.`,
          );
          expect(sorted(held)).toEqual(sorted(permissionsFor({ ...NO_ACCESS, [id]: access.level })));
        }
      }),
    );
  });
});

describe('setGroupLevel', () => {
  const cases = GROUPS.flatMap(({ id }) =>
    LEVELS.map((level): readonly [GroupId, PermissionLevel] => [id, level]),
  );

  it.each(cases)('%s to %s: Write falls to Read where there is none, other groups stay', (groupId, level) => {
    fc.assert(
      fc.property(levelsArbitrary, (levels) => {
        const changed = setGroupLevel(levels, groupId, level);
        for (const group of GROUPS) {
          for (const resource of group.resources as readonly (Resource & { readonly id: ResourceId })[]) {
            const own = level === 'write' && resource.verbs.length === 0 ? 'read' : level;
            expect(changed[resource.id]).toBe(group.id === groupId ? own : levels[resource.id]);
          }
        }
      }),
      { numRuns: 20 },
    );
  });
});
