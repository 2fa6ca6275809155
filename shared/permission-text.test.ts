import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPermissionText } from './permission-text.ts';
import {
  canWrite,
  LEVEL_LABELS,
  LEVELS,
  NO_ACCESS,
  nearestLevel,
  type PermissionLevel,
  type PermissionLevels,
  permissionsFor,
  RESOURCES,
} from './permissions.ts';

const LEVELS_OF_ALL: fc.Arbitrary<PermissionLevels> = fc
  .tuple(
    ...RESOURCES.map((resource) => fc.constantFrom(...LEVELS.map((level) => nearestLevel(resource, level)))),
  )
  .map(
    (levels) => Object.fromEntries(RESOURCES.map(({ id }, index) => [id, levels[index]])) as PermissionLevels,
  );

const CRM = { ...NO_ACCESS, calls: 'read', contacts: 'write' } as const;

/** Every way in which the catalogue may be written down. */
const WRITINGS: Readonly<Record<string, (levels: PermissionLevels) => string>> = {
  'labels with a colon': (levels) => lines(levels, (label, level) => `${label}: ${LEVEL_LABELS[level]}`),
  'labels with an equals sign, in small letters': (levels) =>
    lines(levels, (label, level) => `${label} = ${LEVEL_LABELS[level]}`).toLowerCase(),
  'labels in a list': (levels) => lines(levels, (label, level) => `  - ${label} — ${LEVEL_LABELS[level]}.`),
  'labels and levels side by side': (levels) =>
    lines(levels, (label, level) => `${label}\t${LEVEL_LABELS[level]}`),
  'on one line': (levels) =>
    lines(levels, (label, level) => `${label}: ${LEVEL_LABELS[level]}`).replaceAll('\n', ', '),
  'exact strings, one a line': (levels) => permissionsFor(levels).join('\n'),
  'exact strings in a row': (levels) => permissionsFor(levels).join(' '),
  'a JSON list': (levels) => JSON.stringify(permissionsFor(levels)),
  'a key as the API tells of it': (levels) =>
    JSON.stringify({ permissions: permissionsFor(levels) }, null, 2),
  'JSON of levels': (levels) => JSON.stringify(levels),
  'JSON of labels': (levels) =>
    JSON.stringify(
      Object.fromEntries(
        RESOURCES.map(({ id, label }) => [
          label,
          LEVEL_LABELS[(levels as Record<string, PermissionLevel>)[id] ?? 'none'],
        ]),
      ),
    ),
};

function lines(levels: PermissionLevels, line: (label: string, level: PermissionLevel) => string): string {
  const all: Readonly<Record<string, PermissionLevel>> = levels;
  return RESOURCES.map(({ id, label }) => line(label, all[id] ?? 'none')).join('\n');
}

describe.each(Object.entries(WRITINGS))('%s', (_title, write) => {
  it('is read back, whatever the catalogue says', () => {
    fc.assert(
      fc.property(LEVELS_OF_ALL, (levels) => {
        expect(readPermissionText(write(levels))).toMatchObject({ levels, carried: [], unknown: [] });
      }),
    );
  });
});

describe('a text from elsewhere', () => {
  it.each([
    ['Calls: Read\n\nContacts: Write\n'],
    ['calls.view; contacts.view; contacts.delete'],
    ['* Calls read\n* Contacts read/write'],
    ['| Calls | Read |\n| Contacts | Write |'],
    ['{"calls":"read","contacts":"write"}'],
  ])('%j', (text) => {
    expect(readPermissionText(text)).toMatchObject({ levels: CRM, unknown: [] });
  });

  it('says what it does not understand, and guesses nothing', () => {
    const text = 'Please make a key:\nCalls: Read\nContacts: everything\nInvoices: Write\nThanks!';
    expect(readPermissionText(text)).toEqual({
      levels: { ...NO_ACCESS, calls: 'read' },
      carried: [],
      understood: 1,
      unknown: ['Please make a key:', 'Contacts: everything', 'Invoices: Write', 'Thanks!'],
    });
  });

  it('carries exact strings that no level tells', () => {
    expect(readPermissionText('calls.create workflows.view')).toMatchObject({
      levels: NO_ACCESS,
      carried: ['calls.create', 'workflows.view'],
      unknown: [],
    });
  });

  it('gives Read where there is no Write, and the last word counts', () => {
    const { levels } = readPermissionText('Messages: Write\nCalls: Write\nCalls: Read');
    expect(levels).toEqual({ ...NO_ACCESS, messages: 'read', calls: 'read' });
    expect(RESOURCES.filter((resource) => !canWrite(resource))).toHaveLength(5);
  });

  it('takes a key as the API tells of it by its permissions alone, whatever is in them', () => {
    const key = { id: 'x', name: 'CRM', restricted: true, permissions: ['calls.view', 'flows.Run', 7] };
    expect(readPermissionText(JSON.stringify(key))).toEqual({
      levels: { ...NO_ACCESS, calls: 'read' },
      carried: ['flows.Run'],
      understood: 2,
      unknown: ['7'],
    });
  });

  it('takes no address and no file for a permission', () => {
    expect(readPermissionText('example.com\nsee README.md, e.g. v1.2')).toEqual({
      levels: NO_ACCESS,
      carried: [],
      understood: 0,
      unknown: ['example.com', 'see README.md', 'e.g. v1.2'],
    });
  });

  it('grants nothing whose name it does not have, and never fails', () => {
    const plain = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '');
    const word = fc.constantFrom(
      'calls',
      'Knowledge bases',
      'read',
      'Write',
      ':',
      '.',
      'view',
      '\n',
      '{"a":',
      'x',
    );
    const text = fc.oneof(
      fc.string(),
      fc.json(),
      fc.array(word).map((words) => words.join(' ')),
    );
    fc.assert(
      fc.property(text, (said) => {
        const { levels } = readPermissionText(said);
        const all: Readonly<Record<string, PermissionLevel>> = levels;
        const granted = RESOURCES.filter(({ id }) => all[id] !== 'none');
        const named = granted.filter(({ id, label }) =>
          [id, label].some((name) => plain(said).includes(plain(name))),
        );
        expect(granted).toEqual(named);
      }),
    );
  });

  it('is nothing where it is empty', () => {
    expect(readPermissionText(' \n, ')).toEqual({
      levels: NO_ACCESS,
      carried: [],
      understood: 0,
      unknown: [],
    });
  });
});
