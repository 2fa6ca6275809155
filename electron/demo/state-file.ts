import { readFile, rename } from 'node:fs/promises';
import { removeLeftovers, writeWhole } from '../session/safe-file.ts';
import { type ApiState, type ParsedState, parseState } from './state.ts';

export type StateFile = {
  /** The stored state; `absent` where there is none. Rejects where a file is there but cannot be read. */
  readonly read: () => Promise<ParsedState | { readonly kind: 'absent' }>;
  /** Replaces the file as a whole, so that it is never half written. One write at a time. */
  readonly write: (state: ApiState) => Promise<void>;
  /** Keeps a damaged file as `.bad`, in place of an earlier one. */
  readonly setAside: () => Promise<void>;
};

/** The file at `path`, readable by its owner only. */
export function createStateFile(path: string): StateFile {
  return {
    read: async () => {
      await removeLeftovers(path);
      const text = await readFile(path, 'utf8').catch(nullIfAbsent);
      return text === null ? { kind: 'absent' } : parseState(text);
    },
    write: (state) => writeWhole(path, JSON.stringify(state)),
    setAside: () => rename(path, `${path}.bad`),
  };
}

function nullIfAbsent(error: unknown): null {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
  throw error;
}
