import { askAs, listAs, type WireKey } from './keys.ts';

type NewKey = { readonly key: WireKey; readonly secret: string };

/** A key that the server made because the program asked for it, by its how-manieth POST (from 0). */
type MadeKey = NewKey & { readonly post: number };

/** What the server has done, as it knows it itself. */
export type Ledger = {
  /** The key API for the program; what it does is noted. */
  readonly fetch: (request: Request) => Promise<Response>;
  /** The same for somebody else than the program. */
  readonly fetchElsewhere: (method: string, path: string, body?: unknown) => Promise<void>;
  /** Every key it ever had, by its id. */
  readonly ever: ReadonlyMap<string, WireKey>;
  readonly made: readonly MadeKey[];
  /** The keys it has now, newest first. */
  readonly now: () => Promise<readonly WireKey[]>;
};

type LedgerParts = {
  readonly api: {
    readonly url: string;
    readonly fetch: (request: Request) => Promise<Response>;
    readonly tokens: { readonly admin: string };
  };
  /** How many POSTs of the program have come so far, the one under way included. */
  readonly posts: () => number;
};

/** Notes what the key API does; it begins with the keys that are there. */
export async function openLedger({ api, posts }: LedgerParts): Promise<Ledger> {
  const now = () => listAs(api.url, api.tokens.admin);
  const ever = new Map((await now()).map((key) => [key.id, key]));
  const made: MadeKey[] = [];

  /** Answers the key where one was made. */
  async function note(method: string, response: Response): Promise<NewKey | null> {
    if (method !== 'POST' || !response.ok) return null;
    const { value, ...key } = (await response.json()) as WireKey & { readonly value: string };
    ever.set(key.id, key);
    return { key, secret: value };
  }

  return {
    async fetch(request) {
      const response = await api.fetch(request);
      const created = await note(request.method, response.clone());
      if (created) made.push({ ...created, post: posts() - 1 });
      return response;
    },
    async fetchElsewhere(method, path, body) {
      await note(method, await askAs(api.url, api.tokens.admin, method, path, body));
    },
    ever,
    made,
    now,
  };
}
