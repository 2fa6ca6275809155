import { join } from 'node:path';
import { createKeyApi } from './key-api.ts';
import { seedState } from './seed-state.ts';
import type { ApiState } from './state.ts';
import { createStateFile, type StateFile } from './state-file.ts';

export type DemoOptions = {
  /** The profile folder; the demo keeps `demo.json` in it. */
  readonly folder: string;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
};

export type Demo = {
  /** Serves one call in process. Rejects only if the request was given up before. */
  readonly fetch: (request: Request) => Promise<Response>;
  /** The token of the demo's administrator, anew with each opening; `reset` leaves it valid. */
  readonly adminToken: string;
  /** Brings the seeded keys back. */
  readonly reset: () => Promise<void>;
};

/**
 * Opens the demo project: the key API without a socket, its state in the profile folder. A damaged file is kept
 * aside and the seeds come back. Never rejects over the disk: what cannot be stored lasts until the app closes.
 */
export async function openDemo({ folder, now }: DemoOptions): Promise<Demo> {
  const file = createStateFile(join(folder, 'demo.json'));
  const save = (state: ApiState): Promise<void> => file.write(state).catch(() => undefined);
  const stored = await storedState(file);
  const state = stored ?? seedState({ now });
  if (!stored) await save(state);
  const api = createKeyApi({ state, now, save });
  return {
    fetch: async (request) => {
      request.signal.throwIfAborted();
      return api.fetch(request);
    },
    adminToken: api.issueToken('admin'),
    reset: () => api.replaceState(seedState({ now })),
  };
}

async function storedState(file: StateFile): Promise<ApiState | null> {
  const stored = await file.read().catch(() => ({ kind: 'damaged' }) as const);
  if (stored.kind === 'damaged') await file.setAside().catch(() => undefined);
  return stored.kind === 'state' ? stored.state : null;
}
