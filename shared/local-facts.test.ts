import { describe, expect, test } from 'vitest';
import { NAMED_ENVIRONMENTS } from './environments.ts';
import {
  dismissalOf,
  environmentLabel,
  FACT_LENGTHS,
  keyFactsOf,
  MOST_PLACES,
  NO_FACTS,
  NO_KEY_FACTS,
  NO_NOTES,
  ROTATE_DAYS,
  tidyNotes,
  withDismissal,
  withKeyFacts,
  withoutDismissal,
} from './local-facts.ts';

test('the bounds hold what the program itself begins with', () => {
  expect(NAMED_ENVIRONMENTS.every((name) => name.length <= FACT_LENGTHS.environment)).toBe(true);
  expect(ROTATE_DAYS.least).toBeLessThan(ROTATE_DAYS.most);
  expect(MOST_PLACES).toBeGreaterThan(0);
});

describe('the facts of a key', () => {
  test('a key without an entry has none', () => {
    expect(keyFactsOf(NO_FACTS, 'a')).toEqual(NO_KEY_FACTS);
  });

  test('a name of every object is no key', () => {
    expect(keyFactsOf(NO_FACTS, 'constructor')).toEqual(NO_KEY_FACTS);
  });

  test('a change leaves the rest as it is', () => {
    const facts = withKeyFacts(withKeyFacts(NO_FACTS, 'a', { owner: 'Ada' }), 'a', { note: 'CRM' });
    expect(keyFactsOf(facts, 'a')).toEqual({ ...NO_KEY_FACTS, owner: 'Ada', note: 'CRM' });
    expect(keyFactsOf(facts, 'b')).toEqual(NO_KEY_FACTS);
  });
});

test('notes are kept without blanks around them, and no place twice', () => {
  const usedAt = [
    { place: ' crm.example.com ', moved: true },
    { place: 'crm.example.com', moved: false },
    { place: '  ', moved: false },
  ];
  expect(tidyNotes({ ...NO_NOTES, owner: ' Ada ', usedAt })).toEqual({
    ...NO_NOTES,
    owner: 'Ada',
    usedAt: [{ place: 'crm.example.com', moved: true }],
  });
});

test('an environment is known however it is typed; one of one’s own stays as it is', () => {
  expect(tidyNotes({ ...NO_NOTES, environment: ' Production ' }).environment).toBe('production');
  expect(environmentLabel('production')).toBe('Production');
  expect(tidyNotes({ ...NO_NOTES, environment: 'Sandbox EU' }).environment).toBe('Sandbox EU');
  expect(environmentLabel('sandbox EU')).toBe('sandbox EU');
});

describe('"not for this key"', () => {
  const dismissal = { keyId: 'a', rule: 'old', note: 'on purpose', at: 1 };

  test('is of one rule and one key, and the later note counts', () => {
    const facts = withDismissal(withDismissal(NO_FACTS, dismissal), { ...dismissal, note: 'still' });
    expect(facts.dismissed).toHaveLength(1);
    expect(dismissalOf(facts, 'a', 'old')?.note).toBe('still');
    expect(dismissalOf(facts, 'a', 'unrestricted')).toBeNull();
    expect(dismissalOf(facts, 'b', 'old')).toBeNull();
  });

  test('can be taken back', () => {
    const facts = withoutDismissal(withDismissal(NO_FACTS, dismissal), 'a', 'old');
    expect(facts).toEqual(NO_FACTS);
  });
});
