import type { KeyRow } from './api-key.ts';
import { type Area, changes, keyLevels, type Reach } from './key-levels.ts';
import { t } from './language/words.ts';
import { RESOURCES } from './permissions.ts';

/**
 * A filter of keys as text: `billing:write older:90d -restricted crm`. What is none of the conditions is looked for in
 * the names. A minus before a condition turns it round; quotes make plain text of anything.
 */
export type KeyFilter = {
  readonly terms: readonly Term[];
  /** What names are to contain. */
  readonly text: string;
  readonly problems: readonly FilterProblem[];
};

export type Term = {
  readonly condition: Condition;
  readonly negated: boolean;
  /** The word as it was typed. */
  readonly word: string;
};

/** How far a key reaches a resource. `write` counts custom sets, as they hold more than `view`; `any` is not `none`. */
export const ACCESS_WORDS = ['none', 'read', 'write', 'custom', 'any'] as const;
export type AccessWord = (typeof ACCESS_WORDS)[number];

export type Condition =
  /** Of a resource, of families that the catalogue does not know, or of at least one of all. */
  | { readonly kind: 'access'; readonly resource: Area | 'any'; readonly access: AccessWord }
  | { readonly kind: 'restriction'; readonly restricted: boolean }
  | { readonly kind: 'age'; readonly than: 'older' | 'newer'; readonly days: number }
  /** The environment that was noted of the key; empty: none was. */
  | { readonly kind: 'environment'; readonly environment: string }
  | { readonly kind: 'maker'; readonly by: 'me' | 'others' }
  /** The beginning of its id, or its last four characters. */
  | { readonly kind: 'identity'; readonly of: 'id' | 'ends'; readonly text: string }
  /** A part of the name of its project; lower case. */
  | { readonly kind: 'project'; readonly name: string };

export type FilterProblem =
  /** A condition that is not whole, or asks for something that there is not; it is left out. */
  | { readonly kind: 'value'; readonly word: string; readonly expected: string }
  /** Looks like a condition, but there is none of that name: it is looked for in the names. */
  | { readonly kind: 'unknown'; readonly word: string };

/** The resources by each name that a person may write. */
const RESOURCE_NAMES: ReadonlyMap<string, Area | 'any'> = new Map([
  ['any', 'any'],
  ['other', 'other'],
  ...RESOURCES.flatMap(({ id, label }): [string, Area][] => [
    [plain(id), id],
    [plain(label), id],
  ]),
]);

const UNITS = { d: 1, w: 7, m: 30, y: 365 } as const;

/** The name of something, however it is written: `API keys`, `api_keys`, `api-keys`. */
function plain(name: string): string {
  return name.toLowerCase().replace(/[\s_-]/g, '');
}

function unquoted(value: string): string {
  return value.replaceAll('"', '').trim();
}

type Reading = Condition | { readonly expected: string } | null;

function readAccess(resource: Area | 'any', value: string): Reading {
  const access = ACCESS_WORDS.find((word) => word === value.toLowerCase());
  return access ? { kind: 'access', resource, access } : { expected: t('filter.expectsAccess') };
}

function readAge(than: 'older' | 'newer', value: string): Reading {
  const [, amount, unit = 'd'] = /^(\d{1,5})([dwmy])?$/i.exec(value) ?? [];
  if (amount === undefined) return { expected: t('filter.expectsTime') };
  return { kind: 'age', than, days: Number(amount) * UNITS[unit.toLowerCase() as keyof typeof UNITS] };
}

function readEnvironment(value: string): Reading {
  if (value === '') return { expected: t('filter.expectsEnvironment') };
  return { kind: 'environment', environment: value.toLowerCase() === 'none' ? '' : value.toLowerCase() };
}

function readMaker(value: string): Reading {
  const by = (['me', 'others'] as const).find((who) => who === value.toLowerCase());
  return by ? { kind: 'maker', by } : { expected: t('filter.expectsMaker') };
}

function readIdentity(of: 'id' | 'ends', text: string): Reading {
  const expected = of === 'id' ? t('filter.expectsId') : t('filter.expectsEnd');
  return text === '' ? { expected } : { kind: 'identity', of, text };
}

function readProject(value: string): Reading {
  return value === ''
    ? { expected: t('filter.expectsProject') }
    : { kind: 'project', name: value.toLowerCase() };
}

/** What a word with a colon asks for; null where there is no such condition. */
function readPair(name: string, value: string): Reading {
  switch (name.toLowerCase()) {
    case 'older':
      return readAge('older', value);
    case 'newer':
      return readAge('newer', value);
    case 'env':
    case 'environment':
      return readEnvironment(value);
    case 'by':
      return readMaker(value);
    case 'id':
      return readIdentity('id', value);
    case 'ends':
      return readIdentity('ends', value);
    case 'project':
      return readProject(value);
    default: {
      const resource = RESOURCE_NAMES.get(plain(name));
      return resource === undefined ? null : readAccess(resource, value);
    }
  }
}

function readWord(word: string): Reading {
  const colon = word.indexOf(':');
  if (colon > 0) return readPair(word.slice(0, colon), unquoted(word.slice(colon + 1)));
  switch (word.toLowerCase()) {
    case 'restricted':
      return { kind: 'restriction', restricted: true };
    case 'unrestricted':
      return { kind: 'restriction', restricted: false };
    default:
      return null;
  }
}

/** Words are parted by blanks, but within quotes. */
const WORDS = /(?:"[^"]*"?|[^\s"])+/g;
const LOOKS_LIKE_CONDITION = /^-?[a-z][a-z_-]*:/i;

/** Reads a filter. Never fails: what is not understood is told as a problem. */
export function parseFilter(query: string): KeyFilter {
  const terms: Term[] = [];
  const problems: FilterProblem[] = [];
  const text: string[] = [];
  const words = query.match(WORDS) ?? [];
  for (const word of words) {
    const negated = word.startsWith('-');
    const read = word.startsWith('"') ? null : readWord(negated ? word.slice(1) : word);
    if (read === null) {
      if (LOOKS_LIKE_CONDITION.test(word)) problems.push({ kind: 'unknown', word });
      text.push(word.startsWith('"') ? unquoted(word) : word);
    } else if ('expected' in read) problems.push({ kind: 'value', word, expected: read.expected });
    else terms.push({ condition: read, negated, word });
  }
  return { terms, problems, text: words.join(' ') === text.join(' ') ? query.trim() : text.join(' ') };
}

/** What has to be known, besides a key, to say whether it meets a condition. */
export type FilterFacts = {
  readonly now: number;
  /** Who is signed in; null where nobody can be named. */
  readonly userId: string | null;
  /** The environment noted of a key; empty where there is none. */
  readonly environmentOf: (id: string) => string;
  /** What its project is called here. */
  readonly project: string;
};

const DAY = 86_400_000;

function reaches(reach: Reach, access: AccessWord): boolean {
  switch (access) {
    case 'any':
      return reach !== 'none';
    case 'write':
      return changes(reach);
    case 'none':
    case 'read':
    case 'custom':
      return reach === access;
  }
}

function meetsAccess(row: KeyRow, resource: Area | 'any', access: AccessWord): boolean | null {
  if (row.kind === 'unreadable') return null;
  const levels = keyLevels(row);
  return resource === 'any'
    ? Object.values(levels).some((each) => reaches(each, access))
    : reaches(levels[resource], access);
}

/** Whether a row meets a condition; null where that cannot be known of it. */
function meets(row: KeyRow, condition: Condition, facts: FilterFacts): boolean | null {
  switch (condition.kind) {
    case 'access':
      return meetsAccess(row, condition.resource, condition.access);
    case 'restriction':
      return row.kind === 'unreadable' ? null : row.restricted === condition.restricted;
    case 'age': {
      if (row.createdAt === null) return null;
      const age = facts.now - row.createdAt;
      return condition.than === 'older' ? age > condition.days * DAY : age <= condition.days * DAY;
    }
    case 'environment':
      return row.id === null ? null : facts.environmentOf(row.id).toLowerCase() === condition.environment;
    case 'maker':
      if (row.kind === 'unreadable' || row.creatorId === null || facts.userId === null) return null;
      return (row.creatorId === facts.userId) === (condition.by === 'me');
    case 'identity':
      return condition.of === 'id'
        ? (row.id?.toLowerCase().startsWith(condition.text.toLowerCase()) ?? null)
        : (row.lastFour?.endsWith(condition.text) ?? null);
    case 'project':
      return facts.project.toLowerCase().includes(condition.name);
  }
}

/** Whether a row meets all conditions. One that cannot be told of it keeps it out, also with a minus. */
export function matchesTerms(row: KeyRow, terms: readonly Term[], facts: FilterFacts): boolean {
  return terms.every(({ condition, negated }) => {
    const met = meets(row, condition, facts);
    return met !== null && met !== negated;
  });
}
