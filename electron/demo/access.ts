import { refuse } from './refusals.ts';
import { hashOf } from './secrets.ts';
import type { Person, StoredKey } from './state.ts';

/** Who calls: a person with a role, or an API key with its own permissions. */
export type Caller =
  | { readonly kind: 'person'; readonly person: Person }
  | { readonly kind: 'key'; readonly key: StoredKey };

export type KeyVerb = 'view' | 'create' | 'update' | 'delete';

type Credentials = {
  readonly personByHash: (hash: string) => Person | undefined;
  readonly keyByHash: (hash: string) => StoredKey | undefined;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
};

/** Tells who calls by the `Authorization` header; throws the 401. */
export function identify(header: string | null, { personByHash, keyByHash, now }: Credentials): Caller {
  const token = /^Bearer +(\S+)$/i.exec(header ?? '')?.[1];
  if (token === undefined) throw refuse('UNAUTHORIZED');
  const hash = hashOf(token);
  const person = personByHash(hash);
  if (person) return { kind: 'person', person };
  const key = keyByHash(hash);
  if (!key || (key.expiresAt !== null && key.expiresAt <= now())) throw refuse('INVALID_API_KEY');
  return { kind: 'key', key };
}

/** Lets an administrator pass, and a key that holds the permission; throws the 403. */
export function mayUseKeys(caller: Caller, verb: KeyVerb, hasProject: boolean): void {
  switch (caller.kind) {
    case 'person':
      // A role is held in a project: who is in none has none.
      if (caller.person.role !== 'admin' || !hasProject) throw refuse('UNATHORIZED_ROLE');
      return;
    case 'key': {
      const { restricted, permissions } = caller.key.item;
      if (restricted && !permissions?.includes(`api_keys.${verb}`)) throw refuse('MISSING_PERMISSIONS');
      return;
    }
  }
}

/** The person who calls; a key is nobody and is refused (403). */
export function personOf(caller: Caller): Person {
  if (caller.kind === 'key') throw refuse('MISSING_PERMISSIONS');
  return caller.person;
}

/** The person behind a call: a key that is made by a key counts as made by the maker of that key. */
export function creatorOf(caller: Caller): string {
  return caller.kind === 'person' ? caller.person.id : caller.key.item.creator_id;
}
