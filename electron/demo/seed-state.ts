import { generatedSeed } from './generated-seeds.ts';
import { makeKey } from './new-key.ts';
import { pooled, type Random, systemRandom } from './secrets.ts';
import { type KeySeed, SEEDS } from './seeds.ts';
import type { ApiState, Person, StoredKey, StoredProject } from './state.ts';

export type SeedOptions = {
  /** Milliseconds since the epoch; all dates are relative to it. */
  readonly now: () => number;
  /** Exactly so many keys: the seeded cases, cut or filled up with generated ones. */
  readonly keys?: number;
  /** How many projects a person's token reads. With none, persons may not use the key calls either. */
  readonly projects?: number;
  readonly random?: Random;
};

const DAY_MS = 24 * 60 * 60 * 1000;

/** Ids of people and projects are fixed: who is signed in stays the same person when the seeds come back. */
const MAKER_IDS: Readonly<Record<KeySeed['maker'], string>> = {
  you: '1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4b01',
  colleague: '1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4b02',
  'former-colleague': '1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4b03',
};

const PEOPLE: readonly Omit<Person, 'addedAt'>[] = [
  {
    id: MAKER_IDS.you,
    email: 'alex.morgan@example.com',
    firstName: 'Alex',
    lastName: 'Morgan',
    role: 'admin',
  },
  {
    id: MAKER_IDS.colleague,
    email: 'priya.nair@example.com',
    firstName: 'Priya',
    lastName: 'Nair',
    role: 'admin',
  },
  {
    id: '1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4b04',
    email: 'jonas.weber@example.com',
    firstName: 'Jonas',
    lastName: 'Weber',
    role: 'member',
  },
  // Names are optional on the wire.
  {
    id: '1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4b05',
    email: 'reader@example.com',
    firstName: null,
    lastName: null,
    role: 'reader',
  },
];

/** A fresh state: the demo's people, projects and keys. Nobody learns the seeded keys' values. */
export function seedState({
  now,
  keys = SEEDS.length,
  projects = 1,
  random = systemRandom,
}: SeedOptions): ApiState {
  const at = now();
  const pool = pooled(random);
  const seedOf = (index: number): KeySeed => SEEDS[index] ?? generatedSeed(index - SEEDS.length);
  return {
    version: 1,
    projects: Array.from({ length: projects }, (_, index) => projectOf(index)),
    people: PEOPLE.map((person, index) => ({ ...person, addedAt: isoDaysBefore(at, 1200 - index * 90) })),
    // The newest seed comes first, the oldest key does in the state.
    keys: Array.from({ length: keys }, (_, index) => keyOf(seedOf(keys - 1 - index), at, pool)),
  };
}

function keyOf(seed: KeySeed, now: number, random: Random): StoredKey {
  const { key } = makeKey(
    {
      name: seed.name,
      creator_id: MAKER_IDS[seed.maker],
      restricted: seed.access !== 'unrestricted',
      permissions: seed.access === 'unrestricted' ? null : seed.access.permissions,
      createdAt: Math.round(now - seed.ageInDays * DAY_MS),
      expiresAt: null,
    },
    random,
  );
  return { ...key, item: { ...key.item, ...seed.wire } };
}

function projectOf(index: number): StoredProject {
  return {
    id: `6a1f3c52-08d4-4e0b-8f57-${(index + 1).toString(16).padStart(12, '0')}`,
    name: index === 0 ? 'Demo project' : `Demo project ${index + 1}`,
    description: index === 0 ? 'A project to try things out. Nothing in it is real.' : null,
  };
}

function isoDaysBefore(now: number, days: number): string {
  return new Date(now - days * DAY_MS).toISOString();
}
