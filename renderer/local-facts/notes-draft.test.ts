import { expect, test } from 'vitest';
import { NO_NOTES } from '../../shared/local-facts.ts';
import { daysProblem, draftOf, isChanged, notesOf } from './notes-draft.ts';

const NOTES = {
  ...NO_NOTES,
  owner: 'Ada',
  usedAt: [
    { place: 'crm', moved: true },
    { place: 'site', moved: false },
  ],
  rotateEveryDays: 90,
};

test('what was not changed comes back as it was', () => {
  expect(notesOf(draftOf(NOTES), NOTES)).toEqual(NOTES);
  expect(isChanged(draftOf(NOTES), NOTES)).toBe(false);
  expect(isChanged({ ...draftOf(NOTES), note: 'x' }, NOTES)).toBe(true);
});

test('a place is a line; one that was there keeps its tick', () => {
  const draft = { ...draftOf(NOTES), places: 'new\n\n  crm \n' };
  expect(notesOf(draft, NOTES).usedAt).toEqual([
    { place: 'new', moved: false },
    { place: 'crm', moved: true },
  ]);
});

test.each([
  ['', null, null],
  ['30', null, 30],
  ['0', 'Enter 1 to 3,650 days, or nothing', 90],
  ['1.5', 'Enter 1 to 3,650 days, or nothing', 90],
  ['soon', 'Enter 1 to 3,650 days, or nothing', 90],
])('%j days', (days, problem, kept) => {
  expect(daysProblem(days)).toBe(problem);
  expect(notesOf({ ...draftOf(NOTES), days }, NOTES).rotateEveryDays).toBe(kept);
});
