import { type Context, Hono } from 'hono';
import { type Caller, creatorOf, type KeyVerb, mayUseKeys } from './access.ts';
import { accessOf, keyChangeSchema, newKeySchema } from './key-input.ts';
import type { KeyStore } from './key-store.ts';
import { makeKey } from './new-key.ts';
import { pageQuery, paginate } from './pagination.ts';
import { refuse } from './refusals.ts';
import type { Random } from './secrets.ts';
import type { StoredKey } from './state.ts';
import { guid, parseBody, parseInput, parseQuery } from './validation.ts';
import type { WireKey, WireNewKey } from './wire.ts';

export type KeyRoutesOptions = {
  readonly identify: (request: Request) => Caller;
  readonly hasProject: () => boolean;
  readonly keys: () => KeyStore;
  /** Runs changes one after another; what `change` did is undone if it cannot be saved. */
  readonly commit: <T>(change: (keys: KeyStore) => Committed<T>) => Promise<T>;
  readonly now: () => number;
  readonly random: Random;
};

/** A change that was made: its answer, and how to take it back. */
export type Committed<T> = { readonly answer: T; readonly undo: () => void };

const listQuery = pageQuery({ max: 1000, usual: 50 });

/** The calls on `/v1/api_key/`. */
export function keyRoutes(options: KeyRoutesOptions): Hono {
  const { keys, commit } = options;
  const callerFor = (verb: KeyVerb, { req }: Context): Caller => {
    const caller = options.identify(req.raw);
    mayUseKeys(caller, verb, options.hasProject());
    return caller;
  };

  const routes = new Hono();
  routes.get('/', (c) => {
    callerFor('view', c);
    return c.json(paginate(keys(), parseQuery(listQuery, c.req.url), ({ item }) => item));
  });

  routes.post('/', async (c) => {
    const caller = callerFor('create', c);
    const input = await parseBody(newKeySchema, c.req.raw);
    const access = accessOf(input, { restricted: input.restricted, permissions: null });
    const { key, value } = makeKey(
      {
        ...access,
        name: input.name,
        creator_id: creatorOf(caller),
        createdAt: options.now(),
        expiresAt: input.expiry_date ?? null,
      },
      options.random,
    );
    return c.json(
      await commit((store): Committed<WireNewKey> => {
        store.add(key);
        return { answer: { ...key.item, value }, undo: () => store.remove(key.item.id) };
      }),
    );
  });

  routes.get('/:id', (c) => {
    callerFor('view', c);
    return c.json(findKey(keys(), idOf(c)).item);
  });

  routes.patch('/:id', async (c) => {
    callerFor('update', c);
    const id = idOf(c);
    const input = await parseBody(keyChangeSchema, c.req.raw);
    return c.json(
      await commit((store): Committed<WireKey> => {
        const key = findKey(store, id);
        const item = { ...key.item, ...accessOf(input, key.item), name: input.name ?? key.item.name };
        store.replace({ ...key, item });
        return { answer: item, undo: () => store.replace(key) };
      }),
    );
  });

  routes.delete('/:id', async (c) => {
    callerFor('delete', c);
    const id = idOf(c);
    return c.json(
      await commit((store): Committed<Record<string, never>> => {
        const key = findKey(store, id);
        store.remove(id);
        return { answer: {}, undo: () => store.add(key) };
      }),
    );
  });

  const notAllowed = (): never => {
    throw refuse('METHOD_NOT_ALLOWED');
  };
  return routes.all('/', notAllowed).all('/:id', notAllowed);
}

function idOf(c: Context): string {
  return parseInput(guid, c.req.param('id'), ['path', 'api_key_id']);
}

function findKey(store: KeyStore, id: string): StoredKey {
  const key = store.find(id);
  if (!key) throw refuse('API_KEY_NOT_FOUND');
  return key;
}
