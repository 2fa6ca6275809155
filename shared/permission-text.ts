import { permissions as english } from './language/en/permissions.ts';
import {
  type ChosenPermissions,
  choosePermissions,
  LEVEL_LABELS,
  LEVELS,
  NO_ACCESS,
  nearestLevel,
  type PermissionLevel,
  permissionsFor,
  RESOURCES,
  type Resource,
} from './permissions.ts';

/** What a text says about permissions. */
export type PermissionText = ChosenPermissions & {
  /** How many of its parts were understood. */
  readonly understood: number;
  /** The parts that were not, as they stand in the text. */
  readonly unknown: readonly string[];
};

/** A text that is longer is cut: nobody writes that many permissions. */
export const LONGEST_TEXT = 100_000;

type Part =
  | { readonly kind: 'level'; readonly resource: Resource; readonly level: PermissionLevel }
  | { readonly kind: 'exact'; readonly permission: string };

/** A piece of the text, and what it was understood to say. */
type Read = { readonly text: string; readonly part: Part | null };

const FAMILY_VERB = /^[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*$/i;

/** Words alike but for case, spaces and the signs between them: "Knowledge bases" is `knowledge_bases`. */
const plain = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

/** A ticket may be in either language: what the page says now, and always the English of the documentation. */
const RESOURCE_BY_WORD: ReadonlyMap<string, Resource> = new Map(
  RESOURCES.flatMap((resource): [string, Resource][] => {
    const words = [resource.id, resource.label, english[resource.id]];
    return words.map((word) => [plain(word), resource]);
  }),
);

const LEVEL_BY_WORD: ReadonlyMap<string, PermissionLevel> = new Map([
  ...LEVELS.flatMap((level): [string, PermissionLevel][] =>
    [level, LEVEL_LABELS[level], english[level]].map((word) => [plain(word), level]),
  ),
  ['view', 'read'],
  ['readonly', 'read'],
  ['readwrite', 'write'],
  ['no', 'none'],
]);

/** Verbs of the API: a family that the catalogue does not know is one with these alone ("example.com" is none). */
const VERBS = new Set(['view', ...RESOURCES.flatMap(({ verbs }) => verbs)]);

function isPermission(text: string): boolean {
  const [family = '', verb = ''] = text.toLowerCase().split('.');
  return FAMILY_VERB.test(text) && (VERBS.has(verb) || RESOURCES.some(({ id }) => id === family));
}

/** `calls.view`, `Calls: Read`, `Calls = read`, `Calls Read`, `- Calls — no access`. */
function readPart(text: string): Part | null {
  const part = text.replace(/^[\s>*•|–—-]+|[\s.|]+$/gu, '');
  if (isPermission(part)) return { kind: 'exact', permission: part.toLowerCase() };
  const words = part.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  // The name may be of two words, and so may the level.
  for (let cut = words.length - 1; cut > 0; cut -= 1) {
    const resource = RESOURCE_BY_WORD.get(plain(words.slice(0, cut).join('')));
    const level = LEVEL_BY_WORD.get(plain(words.slice(cut).join('')));
    if (resource && level) return { kind: 'level', resource, level };
  }
  return null;
}

/** A line that is no part itself may be a row of exact permissions: `calls.view contacts.view`. */
function readLine(text: string): readonly Read[] {
  const part = readPart(text);
  const words = text.trim().split(/\s+/);
  return part === null && words.length > 1 && words.some(isPermission)
    ? words.map((word) => ({ text: word, part: readPart(word) }))
    : [{ text: text.trim(), part }];
}

function readText(text: string): readonly Read[] {
  return text
    .split(/[\n\r,;]+/)
    .filter((line) => /[\p{L}\p{N}]/u.test(line))
    .flatMap(readLine);
}

/** A list of a key's permissions is exact, whatever is in it. */
const exactly = (permission: unknown): Read =>
  typeof permission === 'string' && permission !== ''
    ? { text: permission, part: { kind: 'exact', permission } }
    : { text: JSON.stringify(permission), part: null };

/** Of a key, its `permissions`; of another object, each field with its value; of a list, each text. */
function readJson(value: unknown): readonly Read[] {
  if (Array.isArray(value)) return value.flatMap(readJson);
  if (typeof value !== 'object' || value === null) return readText(String(value));
  const fields: readonly (readonly [string, unknown])[] = Object.entries(value);
  const permissions = fields.find(([field]) => field === 'permissions')?.[1];
  if (Array.isArray(permissions)) return permissions.map(exactly);
  return fields.flatMap(([field, held]) =>
    typeof held === 'object' && held !== null ? readJson(held) : readText(`${field}: ${held}`),
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/**
 * Reads levels and exact permissions out of a text: of another key, of a ticket, JSON. What is said last of a
 * resource's level counts; exact permissions come on top. What is not understood is told, never guessed.
 */
export function readPermissionText(text: string): PermissionText {
  const cut = text.slice(0, LONGEST_TEXT);
  const json = parseJson(cut);
  const read = typeof json === 'object' && json !== null ? readJson(json) : readText(cut);
  const levels: Partial<Record<string, PermissionLevel>> = {};
  const exact: string[] = [];
  for (const { part } of read) {
    if (part?.kind === 'level') levels[part.resource.id] = nearestLevel(part.resource, part.level);
    else if (part) exact.push(part.permission);
  }
  return {
    ...choosePermissions(permissionsFor({ ...NO_ACCESS, ...levels }, exact)),
    understood: read.filter(({ part }) => part !== null).length,
    unknown: read.flatMap((each) => (each.part ? [] : [each.text])),
  };
}
