import { expect, test } from 'vitest';
import { NO_ACCESS, RESOURCES, setGroupLevel } from '../../shared/permissions.ts';
import { bestMatch, CATALOGUE, commonLevel, fallbackNote, filterGroups, sumLine } from './catalogue-view.ts';

const COMMUNICATION = CATALOGUE.filter(({ id }) => id === 'communication').flatMap(
  ({ resources }) => resources,
);

function found(query: string): readonly string[] {
  return filterGroups(query).flatMap(({ resources }) => resources.map(({ label }) => label));
}

test('finds resources by label, description and group, in any case and order of words', () => {
  expect(found('')).toHaveLength(19);
  expect(found('  VOICE ')).toEqual(['Voices']);
  expect(found('call')).toEqual(['Calls', 'Transcriptions', 'Tools']);
  expect(found('contacts and data')).toEqual(['Contacts', 'Statistics', 'Verifications']);
  expect(found('audio access')).toEqual(['Recordings']);
  expect(found('.*')).toEqual([]);
});

test('sums up the levels', () => {
  expect(sumLine(NO_ACCESS)).toBe('0 read, 0 write, 19 no access');
  expect(sumLine(setGroupLevel(NO_ACCESS, 'communication', 'write'))).toBe('3 read, 1 write, 15 no access');
});

test('tells the level that a group has as a whole, Write counting where there is no Write', () => {
  const written = setGroupLevel(NO_ACCESS, 'communication', 'write');
  expect(commonLevel(COMMUNICATION, written)).toBe('write');
  expect(commonLevel(COMMUNICATION, { ...written, calls: 'read' })).toBe('read');
  expect(commonLevel(RESOURCES, written)).toBeNull();
});

test('names those that have no Write', () => {
  expect(fallbackNote(COMMUNICATION, 'write')).toBe(
    'Messages, Transcriptions and Recordings have no Write: set to Read',
  );
  expect(fallbackNote(COMMUNICATION.slice(0, 2), 'write')).toBe('Messages has no Write: set to Read');
  expect(fallbackNote(COMMUNICATION, 'read')).toBe('');
});

test.each(RESOURCES.map(({ label }) => label))(
  '%s is the best match of at most its first four letters',
  (label) => {
    expect(bestMatch(label.slice(0, 4).toLowerCase())?.label).toBe(label);
  },
);

test('where no name begins so, the best match is the first that matches at all', () => {
  expect(bestMatch('audio')?.label).toBe('Recordings');
  expect(bestMatch('nothing like it')).toBeUndefined();
});
