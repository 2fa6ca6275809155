import { Hono } from 'hono';
import { identify } from './access.ts';
import { type Committed, keyRoutes } from './key-routes.ts';
import { createKeyStore, type KeyStore } from './key-store.ts';
import { projectRoutes } from './project-routes.ts';
import { answerToThrown, refuse } from './refusals.ts';
import { hashOf, newSecret, type Random, systemRandom } from './secrets.ts';
import type { ApiState } from './state.ts';
import type { Role } from './wire.ts';

export type KeyApiOptions = {
  readonly state: ApiState;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly random?: Random;
  /** Keeps the state after each change. The answer waits for it; if it rejects, the change is undone (500). */
  readonly save?: (state: ApiState) => Promise<void>;
};

export type KeyApi = {
  /** Serves one call. Never rejects: whatever goes wrong is an answer. */
  readonly fetch: (request: Request) => Promise<Response>;
  /** A new token for the person with that role. It works until the API is dropped and is never in the state. */
  readonly issueToken: (role: Role) => string;
  /** Goes on with another state, once it is saved; tokens stay. Rejects if it cannot be saved. */
  readonly replaceState: (state: ApiState) => Promise<void>;
};

/** The key API as a function from request to answer, with nothing around it. */
export function createKeyApi({ state: first, now, random = systemRandom, save }: KeyApiOptions): KeyApi {
  let state: Pick<ApiState, 'version' | 'projects' | 'people'> = first;
  let keys = createKeyStore(first.keys);
  const roles = new Map<string, Role>();
  const inTurn = createQueue();

  const commit = <T>(change: (keys: KeyStore) => Committed<T>): Promise<T> =>
    inTurn(async () => {
      const { answer, undo } = change(keys);
      try {
        await save?.({ ...state, keys: keys.slice(0, keys.count()) });
      } catch (error) {
        undo();
        throw error;
      }
      return answer;
    });

  const callerOf = (request: Request) =>
    identify(request.headers.get('authorization'), {
      personByHash: (hash) => state.people.find(({ role }) => role === roles.get(hash)),
      keyByHash: keys.findByHash,
      now,
    });

  const app = new Hono()
    // The slash at the end is part of the path; without it there is nothing (404).
    .route('/v1/project/', projectRoutes({ identify: callerOf, state: () => state }))
    .route(
      '/v1/api_key/',
      keyRoutes({
        identify: callerOf,
        hasProject: () => state.projects.length > 0,
        keys: () => keys,
        commit,
        now,
        random,
      }),
    );
  app.notFound(() => refuse('NOT_FOUND').getResponse());
  app.onError(answerToThrown);

  return {
    fetch: async (request) => app.fetch(request),
    issueToken: (role) => {
      const token = newSecret('person_', random);
      roles.set(hashOf(token), role);
      return token;
    },
    replaceState: (next) =>
      inTurn(async () => {
        await save?.(next);
        state = next;
        keys = createKeyStore(next.keys);
      }),
  };
}

/** Runs tasks one after another, so that what is saved last is also the newest. */
function createQueue(): <T>(task: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const run = last.then(task);
    last = run.catch(() => undefined);
    return run;
  };
}
