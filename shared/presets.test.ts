import { describe, expect, it } from 'vitest';
import { countLevels, NO_ACCESS, nearestLevel, permissionsFor, RESOURCES } from './permissions.ts';
import {
  BUILT_IN_PRESETS,
  MOST_PRESETS,
  type Preset,
  presetProblem,
  withoutPreset,
  withPreset,
} from './presets.ts';

const CALLS: Preset = { name: 'Calls', levels: { ...NO_ACCESS, calls: 'read' } };

describe('the presets that come with the program', () => {
  it.each([
    ['Everything, read only', { read: 19, write: 0, none: 0 }],
    ['Agent configuration', { read: 1, write: 6, none: 12 }],
    ['Reporting', { read: 5, write: 0, none: 14 }],
    ['Contacts and data', { read: 1, write: 2, none: 16 }],
  ])('%s', (name, counts) => {
    const preset = BUILT_IN_PRESETS.find((each) => each.name === name);
    expect(preset && countLevels(preset.levels)).toEqual(counts);
  });

  it('ask for nothing that the API does not have', () => {
    for (const { levels } of BUILT_IN_PRESETS) {
      for (const resource of RESOURCES) {
        expect(nearestLevel(resource, levels[resource.id])).toBe(levels[resource.id]);
      }
    }
  });

  it('read only reads only', () => {
    const all = BUILT_IN_PRESETS.find(({ name }) => name === 'Everything, read only');
    const verbs = permissionsFor(all?.levels ?? NO_ACCESS).map((permission) => permission.split('.')[1]);
    expect(new Set(verbs)).toEqual(new Set(['view']));
  });
});

describe("one's own presets", () => {
  it('stand by name; one of the same name gives way, whatever its case', () => {
    const presets = withPreset(withPreset([CALLS], { ...CALLS, name: ' Billing ' }), {
      name: 'CALLS',
      levels: NO_ACCESS,
    });
    expect(presets.map(({ name }) => name)).toEqual(['Billing', 'CALLS']);
    expect(presets[1]?.levels).toEqual(NO_ACCESS);
  });

  it('go by name', () => {
    expect(withoutPreset([CALLS], 'Other')).toEqual([CALLS]);
    expect(withoutPreset([CALLS], 'calls ')).toEqual([]);
  });

  it('need a name of their own, and room', () => {
    const full = Array.from({ length: MOST_PRESETS }, (_, index) => ({ ...CALLS, name: `Preset ${index}` }));
    expect(presetProblem([], ' ')).toBe('Enter a name');
    expect(presetProblem([], 'reporting')).toBe('A built-in preset has this name');
    expect(presetProblem(full, 'One more')).toContain('Delete one first');
    expect(presetProblem(full, 'preset 7')).toBeNull();
    expect(presetProblem([CALLS], 'Calls')).toBeNull();
  });
});
